import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** Every state of a proposal; drawn in docs/lifecycles/proposal.md. */
export const PROPOSAL_STATES = [
  'draft',
  'open',
  'won',
  'on-agenda',
  'discussed',
  'adopted',
  'partly-adopted',
  'rejected',
  'held-over',
  'in-progress',
  'done',
  'closed',
  'withdrawn',
  'merged',
] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What can happen to a proposal. Each verb has one function below that says from where to where it leads. */
export type ProposalVerb =
  | 'publish'
  | 'win'
  | 'schedule'
  | 'take-off'
  | 'reopen'
  | 'discuss'
  | 'adopt'
  | 'adopt-partly'
  | 'reject'
  | 'hold-over'
  | 'start'
  | 'finish'
  | 'close'
  | 'withdraw'
  | 'merge';

type Transition = Result<ProposalState, 'proposal-transition-not-possible'>;

const stay = refuse('proposal-transition-not-possible');

/** Where a verb leads from a state, or the refusal where the lifecycle draws no such arrow. */
export function transition(state: ProposalState, verb: ProposalVerb): Transition {
  switch (verb) {
    case 'publish':
      return state === 'draft' ? accept('open') : stay;
    case 'win':
      return state === 'open' ? accept('won') : stay;
    case 'close':
      return state === 'open' ? accept('closed') : stay;
    case 'withdraw':
      return state === 'draft' || state === 'open' ? accept('withdrawn') : stay;
    case 'merge':
      return state === 'open' ? accept('merged') : stay;
    case 'schedule':
      return state === 'won' || state === 'held-over' ? accept('on-agenda') : stay;
    case 'take-off':
      return state === 'on-agenda' ? accept('won') : stay;
    case 'reopen':
      // A recount: it did not win after all, or it lost and won after all.
      return state === 'won' || state === 'on-agenda' || state === 'closed' ? accept('open') : stay;
    case 'discuss':
      return state === 'on-agenda' ? accept('discussed') : stay;
    case 'adopt':
      return state === 'discussed' ? accept('adopted') : stay;
    case 'adopt-partly':
      return state === 'discussed' ? accept('partly-adopted') : stay;
    case 'reject':
      return state === 'discussed' ? accept('rejected') : stay;
    case 'hold-over':
      return state === 'discussed' ? accept('held-over') : stay;
    case 'start':
      return state === 'adopted' || state === 'partly-adopted' ? accept('in-progress') : stay;
    case 'finish':
      return state === 'in-progress' ? accept('done') : stay;
    default:
      return unreachable(verb);
  }
}

/**
 * Whether anyone may read it: what was never published is its submitter's own, also when it was withdrawn as a draft,
 * and what a moderator hid is out of sight.
 */
export function isPublic(proposal: { readonly publishedAt: Date | null; readonly hidden: boolean }): boolean {
  return proposal.publishedAt !== null && !proposal.hidden;
}

/** Whether this reader may read it; null is a visitor. A draft is its submitter's own. */
export function isVisibleTo(
  proposal: { readonly publishedAt: Date | null; readonly hidden: boolean; readonly submitterId: string },
  readerId: string | null,
): boolean {
  return isPublic(proposal) || (proposal.submitterId === readerId && !proposal.hidden);
}

/** Whether it takes votes and arguments. */
export function isOpen(proposal: { readonly state: ProposalState; readonly hidden: boolean }): boolean {
  return proposal.state === 'open' && !proposal.hidden;
}
