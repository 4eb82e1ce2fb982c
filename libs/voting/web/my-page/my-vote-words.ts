import type { MyVote, MyVoteOnProposal, Receipt } from '@buurtstem/contract';
import {
  capital,
  dateInFull,
  dayAndTime,
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

/** How a vote stands, in the three words that fit on a badge. */
export function badgeOf({ proposal, vote }: MyVoteOnProposal): Badge {
  switch (vote.status) {
    case 'waiting':
      return { kind: 'round', icon: 'hourglass', words: 'Telt nog niet mee' };
    case 'held':
      return { kind: 'quiet', icon: 'search', words: 'In onderzoek' };
    case 'invalid':
      return { kind: 'late', icon: 'alert', words: 'Ongeldig' };
    case 'counts':
    case 'none':
      return proposal.state === 'open'
        ? {
            kind: 'done',
            icon: 'check',
            words: vote.countedAt ? `Telt mee op ${dayOf(vote.countedAt)}` : 'Telt mee',
          }
        : { kind: 'quiet', icon: 'lock', words: proposalStateWords(proposal.state) };
  }
}

/** Why a vote does not count, and what to do; null for a vote that counts. */
export function explanationOf({ status, reason, neededLevel }: MyVote): string | null {
  switch (status) {
    case 'waiting':
      return neededLevel >= 2 ? 'Bevestig eerst wie u bent.' : 'Bevestig eerst uw adres.';
    case 'held':
      return 'Er kwamen veel stemmen tegelijk binnen. U hoeft niets te doen.';
    case 'invalid':
      return reason ? `De reden: ${reason}` : 'De reden staat bij de uitslag van deze ronde.';
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
  const [verb, keep] = waiting === 1 ? ['stem telt', 'uw stem'] : ['stemmen tellen', 'uw stemmen'];
  const what = neededLevel >= 2 ? 'Bevestig wie u bent' : 'Bevestig uw adres';
  const until = countedAt === null ? '' : ` vóór ${dayAndTime(countedAt).replace(' om ', ', ')}`;
  return {
    strong: `${capital(spelled(waiting))} ${verb} nog niet mee.`,
    rest: `${what}${until}. Wij bewaren ${keep}.`,
    action: identityAction(neededLevel),
  };
}

const ENTRIES: Readonly<Record<Receipt['entry'], string>> = {
  cast: 'Gestemd',
  changed: 'Veranderd',
  withdrawn: 'Ingetrokken',
  invalidated: 'Ongeldig verklaard',
  reinstated: 'Weer geldig verklaard',
};

/** What a line of the ledger recorded: "Gestemd: voor". */
export function entryWords({ entry, choice, channel }: Receipt): string {
  const said = choice === null ? '' : `: ${choice === 'for' ? 'voor' : 'tegen'}`;
  return `${ENTRIES[entry]}${said}${channel === 'paper' ? ', op papier' : ''}`;
}

/** "29 november 2026, 14.32 uur" */
export function receivedWords(moment: string): string {
  return `${dateInFull(moment)}, ${timeOfDay(moment)}`;
}

/** "8 december" */
function dayOf(moment: string): string {
  return dateInFull(moment).split('\u00a0').slice(0, 2).join('\u00a0');
}
