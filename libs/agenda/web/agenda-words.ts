import type { AgendaItem, Outcome } from '@buurtstem/contract';
import { dateInFull, dayInFull, type IconName } from '@buurtstem/ui';

export interface Badge {
  readonly words: string;
  readonly kind: string;
  readonly icon: IconName;
}

const DECISIONS: Record<Outcome['decision'], Badge> = {
  adopted: { words: 'Aangenomen', kind: 'bs-badge--done', icon: 'check' },
  'partly-adopted': { words: 'Deels aangenomen', kind: 'bs-badge--done', icon: 'check' },
  rejected: { words: 'Afgewezen', kind: 'bs-badge--quiet', icon: 'info' },
  'held-over': { words: 'Aangehouden', kind: 'bs-badge--quiet', icon: 'hourglass' },
};

export function decisionWords(decision: Outcome['decision']): string {
  return DECISIONS[decision].words;
}

/** How far the winner is, for beside its title. */
export function agendaItemBadge(item: AgendaItem): Badge {
  if (item.proposal.state === 'done') return { words: 'Klaar', kind: 'bs-badge--done', icon: 'check' };
  if (item.outcome) {
    const adopted = item.outcome.decision === 'adopted' || item.outcome.decision === 'partly-adopted';
    if (adopted && item.progress.length > 0) return { words: 'In uitvoering', kind: '', icon: 'hammer' };
    return DECISIONS[item.outcome.decision];
  }
  if (item.state === 'discussed') return { words: 'Besproken', kind: '', icon: 'speech' };
  if (item.meeting) return { words: 'Op de agenda', kind: 'bs-badge--round', icon: 'calendar' };
  return { words: 'Wacht op een vergadering', kind: 'bs-badge--quiet', icon: 'hourglass' };
}

/** The latest news on a winner in one sentence. */
export function agendaItemSentence(item: AgendaItem): string {
  const latest = item.progress.at(-1);
  if (latest) return latest.text;
  if (item.outcome)
    return `Besluit van ${dateInFull(item.outcome.decidedAt)}: ${firstSentence(item.outcome.reasons)}`;
  if (item.state === 'discussed' && item.meeting) {
    return `De commissie praatte er ${dayInFull(item.meeting.startsAt)} over. Het besluit volgt.`;
  }
  if (item.meeting) return `De commissie praat er ${dayInFull(item.meeting.startsAt)} over.`;
  return 'Er is nog geen vergadering met plaats op de agenda. Het plan komt op de eerste die er is.';
}

/** The whole of it stands under "Lees alles". */
function firstSentence(text: string): string {
  return /^.+?[.?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
