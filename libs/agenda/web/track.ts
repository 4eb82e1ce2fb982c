import type { AgendaItem } from '@buurtstem/contract';
import { dateShort, daysUntil } from '@buurtstem/ui';
import { decisionWords, isDecided } from './agenda-words';

/** One circle of the track from winning to done. */
export interface TrackStep {
  readonly name: string;
  readonly words: string;
  readonly state: 'is-done' | 'is-now' | 'is-late' | '';
}

/** Days of the calendar that the outcome is late, by the server's own clock; 0 when it is there or still in time. */
export function daysLate({ answerDueAt }: AgendaItem, now: Date): number {
  return answerDueAt === null ? 0 : Math.max(0, -daysUntil(answerDueAt, now));
}

/** Whether the moment of the answer has passed, by minutes if need be. */
export function isLate({ answerDueAt }: AgendaItem, now: Date): boolean {
  return answerDueAt !== null && Date.parse(answerDueAt) < now.getTime();
}

/** Won, held over, discussed, decided, carried out: what has happened, what is now, what is still to come. */
export function trackOf(item: AgendaItem, now: Date): readonly TrackStep[] {
  const { meeting, outcome, progress } = item;
  const decided = isDecided(item);
  const met = decided || (meeting !== null && Date.parse(meeting.startsAt) <= now.getTime());
  const finished = item.proposal.state === 'done';
  const latest = progress.at(-1);
  return [
    { name: $localize`Gewonnen`, words: $localize`Ronde ${item.roundNumber}:roundNumber:`, state: 'is-done' },
    ...item.outcomes
      .filter(({ decision }) => decision === 'held-over')
      .map(({ decidedAt }) => step($localize`Aangehouden`, dateShort(decidedAt), 'is-done')),
    step(
      met ? $localize`Besproken` : $localize`Bespreking`,
      meeting ? dateShort(meeting.startsAt) : met ? '' : $localize`Wacht op een datum`,
      met ? 'is-done' : 'is-now',
    ),
    decisionStep(item, now, met),
    ...(outcome?.decision === 'rejected'
      ? []
      : [
          step(
            finished ? $localize`Klaar` : $localize`Uitvoering`,
            latest ? dateShort(latest.reportedAt) : '',
            finished ? 'is-done' : decided ? 'is-now' : '',
          ),
        ]),
  ];
}

function decisionStep(item: AgendaItem, now: Date, met: boolean): TrackStep {
  const { outcome, answerDueAt: due } = item;
  if (outcome && isDecided(item))
    return step(decisionWords(outcome.decision), dateShort(outcome.decidedAt), 'is-done');
  if (due === null) return step($localize`Besluit`, '', met ? 'is-now' : '');
  if (isLate(item, now))
    return step($localize`Besluit`, $localize`Moest op ${dateShort(due)}:due:`, 'is-late');
  return step($localize`Besluit`, $localize`Vóór ${dateShort(due)}:due:`, met ? 'is-now' : '');
}

function step(name: string, words: string, state: TrackStep['state']): TrackStep {
  return { name, words, state };
}
