import type { Part } from '@buurtstem/notifications-domain';
import { unreachable, type ProposalId, type ResidentId, type Role } from '@buurtstem/shared-domain';

/** Whom a message is for: people by name, or a circle around a plan that the database looks up. */
export type Audience =
  | { readonly kind: 'people'; readonly ids: readonly ResidentId[]; readonly part?: Part }
  /** Submitter and co-submitters. */
  | { readonly kind: 'submitters'; readonly proposalId: ProposalId }
  /** Whoever voted and whose vote was not taken out. */
  | { readonly kind: 'voters'; readonly proposalId: ProposalId; readonly choice: 'for' | 'any' }
  /** Whoever has an argument or a reply there that everybody can read. */
  | { readonly kind: 'discussants'; readonly proposalId: ProposalId }
  /** Whoever works for the district in one of these roles. */
  | { readonly kind: 'staff'; readonly roles: readonly Role[] };

/** What the people of an audience are to the plan. */
export function partOf(audience: Audience): Part | null {
  switch (audience.kind) {
    case 'people':
      return audience.part ?? null;
    case 'submitters':
      return 'submitter';
    case 'voters':
      return 'voter';
    case 'discussants':
      return 'discussant';
    case 'staff':
      return 'staff';
    default:
      return unreachable(audience);
  }
}

/** A query of the accounts in an audience, as `id`; $1 is the district, and `name` the parameter of the value with it. */
export function queryOf(audience: Audience, name: string): { readonly sql: string; readonly value: unknown } {
  switch (audience.kind) {
    case 'people':
      return { sql: `select distinct unnest(${name}::uuid[]) as id`, value: audience.ids };
    case 'submitters':
      return {
        sql: `select submitter_id as id from proposal where district_id = $1 and id = ${name}::uuid
              union select resident_id from co_submitter where district_id = $1 and proposal_id = ${name}::uuid`,
        value: audience.proposalId,
      };
    case 'voters':
      return {
        sql: `select resident_id as id from vote where district_id = $1 and proposal_id = ${name}::uuid
              and status <> 'invalidated' and ${audience.choice === 'for' ? `choice = 'for'` : `choice <> 'none'`}`,
        value: audience.proposalId,
      };
    case 'discussants':
      return {
        sql: `select distinct a.author_id as id from argument a
              left join argument p on p.district_id = a.district_id and p.id = a.parent_id
              where a.district_id = $1 and a.proposal_id = ${name}::uuid and not a.hidden and p.hidden is not true`,
        value: audience.proposalId,
      };
    case 'staff':
      return {
        sql: `select distinct account_id as id from role_grant where district_id = $1 and role = any(${name}::text[])`,
        value: audience.roles,
      };
    default:
      return unreachable(audience);
  }
}
