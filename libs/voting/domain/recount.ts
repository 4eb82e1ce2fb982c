import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** How a count stands to a recount. */
export interface CountInQuestion {
  /** Whether it is the district's latest counted round. */
  readonly isLatest: boolean;
  /** Where the winner's agenda item is; null where nobody won. */
  readonly winner: {
    readonly itemState: 'queued' | 'scheduled' | 'discussed' | 'decided' | 'followed-up' | 'superseded';
    /** Start of the meeting that it is on; null in the queue. */
    readonly meetingStartsAt: Date | null;
  } | null;
}

/**
 * Whether a count may still be replaced: it is the latest, and the committee has not met about its winner. What was
 * discussed in public is not undone.
 */
export function mayRecount(count: CountInQuestion, now: Date): Result<true, 'recount-too-late'> {
  if (!count.isLatest) return refuse('recount-too-late');
  if (count.winner === null) return accept(true);
  const { itemState, meetingStartsAt } = count.winner;
  if (itemState !== 'queued' && itemState !== 'scheduled') return refuse('recount-too-late');
  return meetingStartsAt !== null && meetingStartsAt <= now ? refuse('recount-too-late') : accept(true);
}

/** What is left of a candidate since the count. */
export interface FormerCandidate {
  readonly state: string;
  readonly hidden: boolean;
}

/** Whether a candidate of the count takes part in its recount: who withdrew, was merged or hidden since does not win. */
export function takesPartAgain({ state, hidden }: FormerCandidate): boolean {
  return !hidden && state !== 'withdrawn' && state !== 'merged';
}

/** Why a count was repeated, in the words that everybody reads. */
export type RecountCause =
  | {
      readonly kind: 'invalidated';
      readonly votes: number;
      readonly proposalNumber: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'reinstated';
      readonly votes: number;
      readonly proposalNumber: number;
      readonly reason: string;
    }
  /** Held at the count, and found to be in order: what staff wrote about that is not public. */
  | { readonly kind: 'released'; readonly votes: number; readonly proposalNumber: number };

/** The published reason of a recount, in Dutch at language level B1. */
export function recountReason(cause: RecountCause): string {
  const { votes, proposalNumber } = cause;
  const counted = votes === 1 ? '1 stem' : `${votes} stemmen`;
  const are = votes === 1 ? 'is' : 'zijn';
  switch (cause.kind) {
    case 'invalidated':
      return `Na de telling ${are} ${counted} op plan ${proposalNumber} ongeldig verklaard. De reden: ${cause.reason}`;
    case 'reinstated':
      return `${counted} op plan ${proposalNumber} ${votes === 1 ? 'telt' : 'tellen'} weer mee. De reden: ${cause.reason}`;
    case 'released':
      return `${counted} op plan ${proposalNumber} ${votes === 1 ? 'was' : 'waren'} bij de telling in onderzoek. ${votes === 1 ? 'Deze stem telt' : 'Deze stemmen tellen'} nu mee.`;
    default:
      return unreachable(cause);
  }
}
