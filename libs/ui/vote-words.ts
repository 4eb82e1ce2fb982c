import { dayAndTime, dayInFull } from './format/dates';
import { spelled } from './format/numbers';
import type { NoticeKind } from './notice';
import { refusalWords } from './words/refusals';
import type { Failure } from './words/problem';
import { choiceWords } from './words/states';

export type BallotChoice = 'for' | 'against';

/** The visitor's own vote as the box needs it. */
export interface BallotVote {
  readonly choice: BallotChoice | null;
  readonly status: 'none' | 'counts' | 'waiting' | 'held' | 'invalid';
  /** The count date on which it will count. */
  readonly countedAt: string | null;
}

/** A plan that is no longer open, with the reason. */
export interface ClosedBallot {
  readonly reason: string;
}

export interface VoteNotice {
  readonly kind: NoticeKind;
  readonly strong: string;
  readonly rest: string;
  readonly more?: string;
}

export function voteHeading(vote: BallotVote | null): string {
  if (!vote?.choice) return 'Wat vindt u van dit plan?';
  if (vote.status === 'waiting') return 'Nog één stap';
  return `U stemde ${choiceWords(vote.choice)}`;
}

/** What the box says about a vote that was cast: what happened, whether it counts, what to do. */
export function voteNotice(vote: BallotVote | null, district: string): VoteNotice | null {
  if (!vote?.choice) return null;
  const choice = choiceWords(vote.choice);
  switch (vote.status) {
    case 'none':
      return null;
    case 'counts':
      return {
        kind: 'done',
        strong: 'Uw stem is binnen en telt mee',
        rest: vote.countedAt ? `op ${dayInFull(vote.countedAt)}.` : 'bij de volgende telling.',
      };
    case 'waiting':
      return {
        kind: 'wait',
        strong: `Uw stem ${choice} telt nog niet mee.`,
        rest: `Laat eerst zien dat u in ${district} woont. Wij bewaren uw stem.`,
        more: vote.countedAt
          ? `Doe dit vóór ${dayAndTime(vote.countedAt)}. Daarna telt uw stem pas in de volgende ronde.`
          : undefined,
      };
    case 'held':
      return {
        kind: 'wait',
        strong: 'Uw stem is in onderzoek.',
        rest: 'Er kwamen veel stemmen tegelijk binnen. U hoeft niets te doen. Wij laten u de uitkomst weten.',
      };
    case 'invalid':
      return {
        kind: 'info',
        strong: 'Uw stem telt niet mee.',
        rest: 'Hij is ongeldig verklaard. De reden staat bij de uitslag van deze ronde.',
      };
  }
}

/** What the box says when a vote could not be sent; `again` where trying again helps. */
export function voteFailure(code: Failure['code']): { strong: string; rest: string; again: boolean } {
  if (code === 'offline') {
    return {
      strong: 'Uw stem is niet verstuurd.',
      rest: 'Er is geen verbinding. Er is niets veranderd.',
      again: true,
    };
  }
  if (code === 'temporarily-unavailable' || code === 'unexpected') {
    return {
      strong: 'Het is nu erg druk.',
      rest: 'Uw stem is nog niet binnen. Probeer het over een minuut weer.',
      again: true,
    };
  }
  return { strong: 'Dit is niet gelukt.', rest: refusalWords[code], again: false };
}

const WON = new Set([
  'won',
  'on-agenda',
  'discussed',
  'adopted',
  'partly-adopted',
  'rejected',
  'held-over',
  'in-progress',
  'done',
]);

/** Why one cannot vote on a plan in this state; null for an open plan. */
export function closedReason(state: string, counts: number): string | null {
  if (state === 'open') return null;
  if (WON.has(state))
    return 'Dit plan heeft gewonnen. Het gaat nu naar de stadsdeelcommissie. Uw stem blijft bewaard.';
  if (state === 'withdrawn') return 'De indiener trok dit plan in. Het doet niet meer mee.';
  if (state === 'draft') return 'Dit plan is nog niet geplaatst. Alleen u ziet het.';
  return `Dit plan deed mee aan ${spelled(counts)} ${counts === 1 ? 'telling' : 'tellingen'}. Het won niet. Dank aan iedereen die meedeed.`;
}
