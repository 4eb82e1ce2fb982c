import type { ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import type { CaseSubject } from '../moderation/cases';
import type { SubjectDto } from './reports.dto';

/** Where to look: visitors in what everybody may read, moderators in all that was published. */
export interface Tables {
  readonly argument: 'public_argument' | 'argument';
  readonly picture: 'public_picture' | 'proposal_picture';
}
export const PUBLIC: Tables = { argument: 'public_argument', picture: 'public_picture' };
export const PUBLISHED: Tables = { argument: 'argument', picture: 'proposal_picture' };

/** What under the proposal is meant; refuses what is not there to be seen. */
export async function subjectUnder(
  em: EntityManager,
  { districtId, id: proposalId }: ProposalEntity,
  { subject: kind, subjectId }: SubjectDto,
  tables: Tables,
): Promise<CaseSubject> {
  if (kind === 'proposal') return { districtId, kind, id: proposalId, proposalId };
  const rows = await em.query<unknown[]>(
    `select from ${tables[kind]} where district_id = $1 and proposal_id = $2 and id = $3`,
    [districtId, proposalId, subjectId],
  );
  if (subjectId === undefined || rows.length === 0) throw new Refusal(`${kind}-not-found`);
  return { districtId, kind, id: subjectId, proposalId };
}
