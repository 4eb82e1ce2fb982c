import type { EntityManager } from 'typeorm';
import { Refusal, type InvitationId, type ResidentId } from '@buurtstem/shared-domain';

/**
 * The latest invitation for a proposal that is the resident's own, alone or with others. For everybody else, and of what
 * a moderator hides, it does not exist.
 */
export async function findInvitation(
  em: EntityManager,
  districtId: number,
  proposalNumber: number,
  residentId: ResidentId,
): Promise<InvitationId> {
  const [row] = await em.query<{ id: InvitationId }[]>(LATEST, [districtId, proposalNumber, residentId]);
  if (!row) throw new Refusal('meeting-invitation-not-found');
  return row.id;
}

const LATEST = `
  select v.id
  from proposal p
  join agenda_item i on i.district_id = p.district_id and i.proposal_id = p.id
  join meeting_invitation v on v.district_id = i.district_id and v.agenda_item_id = i.id
  where p.district_id = $1 and p.number = $2 and not p.hidden
    and (p.submitter_id = $3 or exists (
      select from co_submitter c
      where c.district_id = p.district_id and c.proposal_id = p.id and c.resident_id = $3))
  order by v.state = 'lapsed', v.asked_at desc limit 1`;
