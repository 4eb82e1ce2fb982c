import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { accept, fits, refuse, type Result } from '@buurtstem/shared-domain';
import { agendaItemTransition, type AgendaItemState, type Decision } from './lifecycle';

const DAY_MS = 86_400_000;

export interface CommitteeVote {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

export interface Outcome {
  readonly decision: Decision;
  readonly reasons: string;
  /** Null where the committee did not vote. */
  readonly vote: CommitteeVote | null;
}

/** What the committee decided, as it can be published: only of what it discussed, with reasons, and a whole vote or none. */
export function decide(
  state: AgendaItemState,
  { decision, reasons, vote }: Outcome,
): Result<
  Outcome & { readonly to: AgendaItemState },
  | 'outcome-before-discussion'
  | 'agenda-transition-not-possible'
  | 'outcome-reasons-length'
  | 'committee-vote-not-valid'
> {
  if (state === 'queued' || state === 'scheduled') return refuse('outcome-before-discussion');
  const next = agendaItemTransition(state, decision === 'held-over' ? 'hold-over' : 'decide');
  if (!next.ok) return next;
  if (!fits(reasons, TEXT_LENGTHS.outcomeReasons)) return refuse('outcome-reasons-length');
  if (vote !== null && !isVote(vote)) return refuse('committee-vote-not-valid');
  return accept({ decision, reasons: reasons.trim(), vote, to: next.value });
}

function isVote({ votesFor, votesAgainst, votesAbstained }: CommitteeVote): boolean {
  const numbers = [votesFor, votesAgainst, votesAbstained];
  return numbers.every((n) => Number.isInteger(n) && n >= 0) && numbers.some((n) => n > 0);
}

/**
 * By when the committee must have answered: the term, in days, from the start of the meeting that the item stands on.
 * Null without a meeting, and once it has decided; an item that was held over gets the term of its next meeting.
 */
export function answerDue(
  state: AgendaItemState,
  meetingStartsAt: Date | null,
  termDays: number,
): Date | null {
  if (meetingStartsAt === null || (state !== 'scheduled' && state !== 'discussed')) return null;
  return new Date(meetingStartsAt.getTime() + termDays * DAY_MS);
}

/** Whether the official's note can be written or replaced: until the meeting begins, so that who speaks there knows it. */
export function mayWriteNote(
  state: AgendaItemState,
  meetingStartsAt: Date | null,
  now: Date,
): Result<true, 'context-note-too-late'> {
  const isAhead = meetingStartsAt === null || now < meetingStartsAt;
  return isAhead && (state === 'queued' || state === 'scheduled')
    ? accept(true)
    : refuse('context-note-too-late');
}
