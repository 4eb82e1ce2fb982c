import { Injectable } from '@nestjs/common';
import type { CaseOrigin, SubjectKind } from '@buurtstem/discussion-domain';
import type { ProposalId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

export interface CaseSubject {
  readonly districtId: number;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly proposalId: ProposalId;
}

/** Opens cases: at most one open one per subject. */
@Injectable()
export class Cases {
  /** Answers the number of the case: a new one, or the one that is open already. */
  async open(em: EntityManager, subject: CaseSubject, origin: CaseOrigin, at: Date): Promise<number> {
    const { districtId, kind, id, proposalId } = subject;
    // Whoever decides the open case between the two questions makes room for a new one.
    for (;;) {
      const [opened] = await em.query<{ id: number }[]>(OPEN, [districtId, kind, id, proposalId, origin, at]);
      if (opened) return opened.id;
      const [joined] = await em.query<{ id: number }[]>(JOIN, [districtId, kind, id]);
      if (joined) return joined.id;
    }
  }
}

const OPEN = `
  insert into moderation_case (district_id, subject_kind, subject_id, proposal_id, origin, state, opened_at)
  values ($1, $2, $3, $4, $5, 'open', $6)
  on conflict (district_id, subject_kind, subject_id) where state = 'open' do nothing
  returning id`;

const JOIN = `
  select id from moderation_case
  where district_id = $1 and subject_kind = $2 and subject_id = $3 and state = 'open'`;
