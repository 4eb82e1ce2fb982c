import { dayAndTime, dayInFull } from './format/dates';
import { spelled } from './format/numbers';
import type { IconName } from './icon-paths';
import type { NoticeKind } from './notice';
import { refusalWords } from './words/refusals';
import { type Failure, waitWords } from './words/problem';
import { choiceWords } from './words/states';

export type BallotChoice = 'for' | 'against';

/** The visitor's own vote as the box needs it. */
export interface BallotVote {
  readonly choice: BallotChoice | null;
  readonly status: 'none' | 'counts' | 'waiting' | 'held' | 'invalid';
  /** The count date on which it will count. */
  readonly countedAt: string | null;
  /** From which level of identity a vote counts here. */
  readonly neededLevel: number;
  /** Why it was declared invalid, as it is published. */
  readonly reason: string | null;
  readonly channel: 'online' | 'paper';
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
  readonly icon?: IconName;
}

export function voteHeading(vote: BallotVote | null): string {
  if (!vote?.choice) return $localize`Wat vindt u van dit plan?`;
  if (vote.status === 'waiting') return $localize`Nog één stap`;
  return $localize`U stemde ${choiceWords(vote.choice)}:choiceWords:`;
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
        strong: $localize`Uw stem is binnen en telt mee`,
        rest: vote.countedAt
          ? $localize`op ${dayInFull(vote.countedAt)}:countedAt:.`
          : $localize`bij de volgende telling.`,
        more:
          vote.channel === 'paper'
            ? $localize`U stemde op papier. U mag uw stem hier nog veranderen.`
            : undefined,
      };
    case 'waiting':
      return {
        kind: 'wait',
        strong: $localize`Uw stem ${choice}:choice: telt nog niet mee.`,
        rest: $localize`${identityStep(vote.neededLevel, district)}:identityStep: Wij bewaren uw stem.`,
        more: vote.countedAt
          ? $localize`Doe dit vóór ${dayAndTime(vote.countedAt)}:countedAt:. Daarna telt uw stem pas in de volgende ronde.`
          : undefined,
      };
    case 'held':
      return {
        kind: 'wait',
        icon: 'search',
        strong: $localize`Uw stem is in onderzoek.`,
        rest: $localize`Er kwamen veel stemmen tegelijk binnen. U hoeft niets te doen. Wij laten u de uitkomst weten.`,
      };
    case 'invalid':
      return {
        kind: 'info',
        strong: $localize`Uw stem ${choice}:choice: telt niet mee.`,
        rest: vote.reason
          ? $localize`Hij is ongeldig verklaard. De reden: ${vote.reason}:reason:`
          : $localize`Hij is ongeldig verklaard. De reden staat bij de uitslag van deze ronde.`,
      };
  }
}

/** What a resident has to do before a vote counts, at the district's level of identity. */
export function identityStep(neededLevel: number, district: string): string {
  return neededLevel >= 2
    ? $localize`Laat eerst zien wie u bent.`
    : $localize`Laat eerst zien dat u in ${district}:district: woont.`;
}

/** The words on the button that leads to that step. */
export function identityAction(neededLevel: number): string {
  return neededLevel >= 2 ? $localize`Bevestig wie ik ben` : $localize`Bevestig mijn adres`;
}

export interface VoteFailure {
  readonly strong: string;
  readonly rest: string;
  readonly again: boolean;
}

/** What the box says when a vote could not be sent; `again` where trying again helps. */
export function voteFailure({ code, retryAfter }: Omit<Failure, 'fields'>): VoteFailure {
  if (code === 'offline') {
    return {
      strong: $localize`Uw stem is niet verstuurd.`,
      rest: $localize`Er is geen verbinding. Er is niets veranderd.`,
      again: true,
    };
  }
  if (code === 'temporarily-unavailable' || code === 'unexpected') {
    return {
      strong: $localize`Het is nu erg druk.`,
      rest: $localize`Uw stem is nog niet binnen. Probeer het over een minuut weer.`,
      again: true,
    };
  }
  if (code === 'too-many-requests') {
    const wait = retryAfter === undefined ? $localize`een paar minuten` : waitWords(retryAfter);
    return {
      strong: $localize`Er komen nu te veel stemmen tegelijk binnen.`,
      rest: $localize`Uw stem is nog niet binnen. Wat u eerder stemde, blijft staan. Probeer het over ${wait}:wait: weer.`,
      again: true,
    };
  }
  return { strong: $localize`Dit is niet gelukt.`, rest: refusalWords[code], again: false };
}

const WON = new Set(['won', 'on-agenda', 'held-over']);
const DECIDED = new Set(['adopted', 'partly-adopted', 'rejected', 'in-progress', 'done']);

/** Why one cannot vote on a plan in this state; null for an open plan. */
export function closedReason(state: string, counts: number): string | null {
  if (state === 'open') return null;
  if (WON.has(state))
    return $localize`Dit plan heeft gewonnen. Het gaat nu naar de stadsdeelcommissie. Uw stem blijft bewaard.`;
  if (state === 'discussed')
    return $localize`Dit plan heeft gewonnen. De stadsdeelcommissie heeft het besproken. Uw stem blijft bewaard.`;
  if (DECIDED.has(state))
    return $localize`Dit plan heeft gewonnen. De stadsdeelcommissie heeft er een besluit over genomen. Uw stem blijft bewaard.`;
  if (state === 'withdrawn') return $localize`De indiener trok dit plan in. Het doet niet meer mee.`;
  if (state === 'merged')
    return $localize`Dit plan is samengevoegd met een ander plan. Stemmen verhuizen niet mee.`;
  if (state === 'draft') return $localize`Dit plan is nog niet geplaatst. Alleen u ziet het.`;
  return $localize`Dit plan deed mee aan ${spelled(counts)}:counts: ${counts === 1 ? $localize`telling` : $localize`tellingen`}:words:. Het won niet. Dank aan iedereen die meedeed.`;
}
