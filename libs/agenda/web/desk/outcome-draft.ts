import type { Decision, RecordOutcome } from '@buurtstem/contract';
import { cleanText } from '@buurtstem/ui';

const MOST_VOTES = 999;

/** An outcome as it is typed. */
export interface OutcomeDraft {
  decision: Decision | '';
  reasons: string;
  votesFor: string;
  votesAgainst: string;
  votesAbstained: string;
}

export const EMPTY_OUTCOME: OutcomeDraft = {
  decision: '',
  reasons: '',
  votesFor: '',
  votesAgainst: '',
  votesAbstained: '',
};

const votesIn = (text: string): number | null => (/^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null);

/** What is wrong with one number of the committee's vote; all three, or none. */
export function voteError(text: string, others: readonly string[]): string | null {
  if (text.trim() === '')
    return others.some((other) => other.trim() !== '')
      ? $localize`Vul alle drie de aantallen in, of geen.`
      : null;
  return votesIn(text) === null ? $localize`Vul een getal in van 0 tot ${MOST_VOTES}:most:.` : null;
}

/** As the API takes it; null while no decision is chosen. */
export function asOutcome(draft: OutcomeDraft): RecordOutcome | null {
  if (draft.decision === '') return null;
  const [votesFor, votesAgainst, votesAbstained] = [
    votesIn(draft.votesFor),
    votesIn(draft.votesAgainst),
    votesIn(draft.votesAbstained),
  ];
  const vote =
    votesFor === null || votesAgainst === null || votesAbstained === null
      ? null
      : { votesFor, votesAgainst, votesAbstained };
  return { decision: draft.decision, reasons: cleanText(draft.reasons), vote };
}
