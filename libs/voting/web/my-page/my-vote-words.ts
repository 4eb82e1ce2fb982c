import type { MyVote, MyVoteOnProposal, Receipt } from '@buurtstem/contract';
import {
  capital,
  dateInFull,
  dayInFull,
  type IconName,
  identityAction,
  proposalStateWords,
  spelled,
  timeOfDay,
} from '@buurtstem/ui';

export interface Badge {
  readonly kind: 'done' | 'round' | 'quiet' | 'late';
  readonly icon: IconName;
  readonly words: string;
}

/** A plan that has no title to show is called by its number. */
export function planWords(number: number): string {
  return $localize`Plan ${number}:number:`;
}

/** How a vote stands, in the three words that fit on a badge. */
export function badgeOf({ proposal, vote }: MyVoteOnProposal): Badge {
  switch (vote.status) {
    case 'waiting':
      return { kind: 'round', icon: 'hourglass', words: $localize`Telt nog niet mee` };
    case 'held':
      return { kind: 'quiet', icon: 'search', words: $localize`In onderzoek` };
    case 'invalid':
      return { kind: 'late', icon: 'alert', words: $localize`Ongeldig` };
    case 'counts':
    case 'none':
      return proposal.state === 'open'
        ? {
            kind: 'done',
            icon: 'check',
            words: vote.countedAt
              ? $localize`Telt mee op ${dayOf(vote.countedAt)}:day:`
              : $localize`Telt mee`,
          }
        : { kind: 'quiet', icon: 'lock', words: proposalStateWords(proposal.state) };
  }
}

/** Why a vote does not count, and what to do; null for a vote that counts. */
export function explanationOf({ status, reason, neededLevel }: MyVote): string | null {
  switch (status) {
    case 'waiting':
      return neededLevel >= 2 ? $localize`Bevestig eerst wie u bent.` : $localize`Bevestig eerst uw adres.`;
    case 'held':
      return $localize`Er kwamen veel stemmen tegelijk binnen. U hoeft niets te doen.`;
    case 'invalid':
      return reason
        ? $localize`De reden: ${reason}:reason:`
        : $localize`De reden staat bij de uitslag van deze ronde.`;
    case 'counts':
    case 'none':
      return null;
  }
}

export interface WaitingWords {
  readonly strong: string;
  readonly rest: string;
  readonly action: string;
}

/** The yellow notice: how many votes wait, why, and until when; null when none does. */
export function waitingWords(
  waiting: number,
  { neededLevel, countedAt }: Pick<MyVote, 'neededLevel' | 'countedAt'>,
): WaitingWords | null {
  if (waiting === 0) return null;
  const what = neededLevel >= 2 ? $localize`Bevestig wie u bent` : $localize`Bevestig uw adres`;
  const doIt =
    countedAt === null
      ? $localize`${what}:step:.`
      : $localize`${what}:step: vóór ${dayInFull(countedAt)}:day:, ${timeOfDay(countedAt)}:time:.`;
  return {
    strong:
      waiting === 1
        ? $localize`${capital(spelled(waiting))}:number: stem telt nog niet mee.`
        : $localize`${capital(spelled(waiting))}:number: stemmen tellen nog niet mee.`,
    rest:
      waiting === 1
        ? $localize`${doIt}:doIt: Wij bewaren uw stem.`
        : $localize`${doIt}:doIt: Wij bewaren uw stemmen.`,
    action: identityAction(neededLevel),
  };
}

const ENTRIES: Readonly<Record<Receipt['entry'], string>> = {
  cast: $localize`Gestemd`,
  changed: $localize`Veranderd`,
  withdrawn: $localize`Ingetrokken`,
  invalidated: $localize`Ongeldig verklaard`,
  reinstated: $localize`Weer geldig verklaard`,
};

/** What a line of the ledger recorded: "Gestemd: voor". */
export function entryWords({ entry, choice, channel }: Receipt): string {
  const said = choice === null ? '' : `: ${choice === 'for' ? $localize`voor` : $localize`tegen`}`;
  return `${ENTRIES[entry]}${said}${channel === 'paper' ? $localize`, op papier` : ''}`;
}

/** "29 november 2026, 14.32 uur" */
export function receivedWords(moment: string): string {
  return `${dateInFull(moment)}, ${timeOfDay(moment)}`;
}

/** "8 december" */
function dayOf(moment: string): string {
  return dateInFull(moment).split('\u00a0').slice(0, 2).join('\u00a0');
}
