import type { AgendaChange, AgendaItem, CommitteeVote, Outcome } from '@buurtstem/contract';
import { counted, dateInFull, dayInFull, type IconName } from '@buurtstem/ui';

export interface Badge {
  readonly words: string;
  readonly kind: string;
  readonly icon: IconName;
}

const DECISIONS: Record<Outcome['decision'], Badge> = {
  adopted: { words: $localize`Aangenomen`, kind: 'bs-badge--done', icon: 'check' },
  'partly-adopted': { words: $localize`Deels aangenomen`, kind: 'bs-badge--done', icon: 'check' },
  rejected: { words: $localize`Afgewezen`, kind: 'bs-badge--quiet', icon: 'info' },
  'held-over': { words: $localize`Aangehouden`, kind: 'bs-badge--quiet', icon: 'hourglass' },
};

export function decisionWords(decision: Outcome['decision']): string {
  return DECISIONS[decision].words;
}

export function decisionBadge(decision: Outcome['decision']): Badge {
  return DECISIONS[decision];
}

/** Whether the committee has answered; a plan that it held over still waits for the answer. */
export function isDecided({ outcome }: Pick<AgendaItem, 'outcome'>): boolean {
  return outcome !== null && outcome.decision !== 'held-over';
}

export function isAdopted({ outcome }: Pick<AgendaItem, 'outcome'>): boolean {
  return outcome?.decision === 'adopted' || outcome?.decision === 'partly-adopted';
}

/** How far the winner is, for beside its title. */
export function agendaItemBadge(item: AgendaItem): Badge {
  if (item.proposal.state === 'done')
    return { words: $localize`Klaar`, kind: 'bs-badge--done', icon: 'check' };
  if (item.outcome) {
    if (isAdopted(item) && item.progress.length > 0)
      return { words: $localize`In uitvoering`, kind: '', icon: 'hammer' };
    return DECISIONS[item.outcome.decision];
  }
  if (item.state === 'discussed') return { words: $localize`Besproken`, kind: '', icon: 'speech' };
  if (item.meeting) return { words: $localize`Op de agenda`, kind: 'bs-badge--round', icon: 'calendar' };
  return { words: $localize`Wacht op een vergadering`, kind: 'bs-badge--quiet', icon: 'hourglass' };
}

/** The latest news on a winner in one sentence. */
export function agendaItemSentence(item: AgendaItem): string {
  const { outcome, meeting } = item;
  const latest = item.progress.at(-1);
  if (latest) return latest.text;
  if (outcome?.decision === 'held-over' && item.state !== 'discussed') {
    return meeting
      ? $localize`De commissie hield het plan aan. Zij praat er ${dayInFull(meeting.startsAt)}:startsAt: verder over.`
      : $localize`De commissie hield het plan aan. Het komt op de eerste vergadering met plaats.`;
  }
  if (outcome && item.state !== 'discussed')
    return $localize`Besluit van ${dateInFull(outcome.decidedAt)}:decidedAt:: ${firstSentence(outcome.reasons)}:firstSentence:`;
  if (item.state === 'discussed' && meeting) {
    return $localize`De commissie praatte er ${dayInFull(meeting.startsAt)}:startsAt: over. Het besluit volgt.`;
  }
  if (meeting) return $localize`De commissie praat er ${dayInFull(meeting.startsAt)}:startsAt: over.`;
  return $localize`Er is nog geen vergadering met plaats op de agenda. Het plan komt op de eerste die er is.`;
}

/** "9 voor, 2 tegen, 1 onthouding" */
export function committeeVoteWords({ votesFor, votesAgainst, votesAbstained }: CommitteeVote): string {
  const abstained =
    votesAbstained > 0 ? `, ${counted(votesAbstained, $localize`onthouding`, $localize`onthoudingen`)}` : '';
  return $localize`${votesFor}:votesFor: voor, ${votesAgainst}:votesAgainst: tegen${abstained}:abstained:`;
}

/** How a winner came onto an agenda, or left it, in one sentence. */
export function changeWords({ verb, from, to }: AgendaChange): string {
  const on = to ? $localize`de agenda van ${dayInFull(to.startsAt)}:startsAt:` : null;
  const off = from ? $localize`de agenda van ${dayInFull(from.startsAt)}:startsAt:` : $localize`de agenda`;
  switch (verb) {
    case 'scheduled':
      return on ? $localize`Op ${on}:on: gezet.` : $localize`In de rij gezet voor de volgende vergadering.`;
    case 'moved':
      return on ? $localize`Van ${off}:off: naar ${on}:on: verplaatst.` : $localize`Van ${off}:off: gehaald.`;
    case 'taken-off':
      return $localize`Van ${off}:off: gehaald. Het plan wacht nu op de volgende vergadering.`;
    case 'held-over':
      return on
        ? $localize`Aangehouden. Verder op ${on}:on:.`
        : $localize`Aangehouden. Het plan wacht op de volgende vergadering.`;
    case 'superseded':
      return $localize`Na een nieuwe telling van ${off}:off: gehaald. Een ander plan won.`;
  }
}

/** The whole of it stands under "Lees alles". */
function firstSentence(text: string): string {
  return /^.+?[.?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
