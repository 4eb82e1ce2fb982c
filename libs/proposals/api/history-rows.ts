import type { ProposalState, ProposalVerb } from '@buurtstem/proposals-domain';

/** A row of {@link HISTORY}. What the database hands over as JSON has its instants as text. */
export interface HistoryRow {
  notes: { text: string; addedAt: string }[];
  events: { verb: ProposalVerb; toState: ProposalState; at: string; reason: string }[];
  coSubmitters: string[];
}

/**
 * What was added to a proposal since it was submitted, in one statement: each is a few rows of a table of its own, and a trip
 * to the database costs more than reading them.
 */
export const HISTORY = `
  select
    (select coalesce(json_agg(json_build_object('text', n.text, 'addedAt', n.added_at) order by n.id), '[]')
     from proposal_note n where n.district_id = $1 and n.proposal_id = $2) as notes,
    (select coalesce(json_agg(json_build_object(
       'verb', e.verb, 'toState', e.to_state, 'at', e.occurred_at, 'reason', e.reason) order by e.id), '[]')
     from proposal_event e where e.district_id = $1 and e.proposal_id = $2) as events,
    (select coalesce(json_agg(c.name order by c.joined_at, c.resident_id), '[]')
     from co_submitter c where c.district_id = $1 and c.proposal_id = $2) as "coSubmitters"`;

export function instantOf(text: string): string {
  return new Date(text).toISOString();
}
