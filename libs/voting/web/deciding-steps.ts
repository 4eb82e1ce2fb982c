import type { Count, CountLine, DecidedBy } from '@buurtstem/contract';
import { dateInFull, listed, timeOfDay, whole } from '@buurtstem/ui';

/** One step of the tie rule in words, and whether it decided. */
export interface DecidingStep {
  readonly title: string;
  readonly words: string;
  readonly decided: boolean;
  /** False for steps after the one that decided. */
  readonly used: boolean;
}

const ORDER: readonly Exclude<DecidedBy, 'none'>[] = ['votes', 'fewer-against', 'published-earlier', 'lot'];
const TITLES: Record<(typeof ORDER)[number], string> = {
  votes: $localize`Meeste stemmen voor`,
  'fewer-against': $localize`Minste stemmen tegen`,
  'published-earlier': $localize`Eerst geplaatst`,
  lot: $localize`Loting`,
};

/** The plans that had as many votes for as the winner, the winner included. */
export function tiedWith(count: Count): readonly CountLine[] {
  const { winner } = count;
  return winner
    ? count.lines.filter((line) => line.reachedThreshold && line.votesFor === winner.votesFor)
    : [];
}

/** Why the winner won: each step of the tie rule until the one that decided, and that the others were not needed. */
export function decidingSteps(count: Count): readonly DecidingStep[] {
  const { winner, decidedBy } = count;
  if (!winner || decidedBy === 'none') return [];
  const decidedAt = ORDER.indexOf(decidedBy);
  const tied = tiedWith(count);
  return ORDER.map((step, index) => ({
    title: TITLES[step],
    words:
      index > decidedAt ? $localize`Niet nodig.` : stepWords(step, step === decidedBy, winner, tied, count),
    decided: step === decidedBy,
    used: index <= decidedAt,
  }));
}

function stepWords(
  step: (typeof ORDER)[number],
  decided: boolean,
  winner: CountLine,
  tied: readonly CountLine[],
  count: Count,
): string {
  const rival = count.lines.find((line) => line.number !== winner.number);
  const rivals = tied.filter((line) => line.number !== winner.number);
  switch (step) {
    case 'votes':
      if (!decided) return $localize`Gelijk: ${listed(tied.map((line) => whole(line.votesFor)))}:votes:.`;
      return rival
        ? $localize`${whole(winner.votesFor)}:votesFor: stemmen voor. Het volgende plan had er ${whole(rival.votesFor)}:votesFor2:.`
        : $localize`${whole(winner.votesFor)}:votesFor: stemmen voor. Er was geen ander plan.`;
    case 'fewer-against': {
      const least = Math.min(...rivals.map((line) => line.votesAgainst));
      return decided
        ? $localize`${whole(winner.votesAgainst)}:votesAgainst: tegen is minder dan ${whole(least)}:least: tegen.`
        : $localize`Gelijk: ${whole(winner.votesAgainst)}:votesAgainst: tegen.`;
    }
    case 'published-earlier':
      return decided
        ? $localize`Dit plan stond er al op ${dateInFull(winner.publishedAt)}:publishedAt: om ${timeOfDay(winner.publishedAt)}:time:.`
        : $localize`Gelijk: op hetzelfde moment geplaatst.`;
    case 'lot':
      return $localize`Het lot koos dit plan. Het lotnummer was al vóór de ronde bekend, dus niemand kon het sturen.`;
  }
}
