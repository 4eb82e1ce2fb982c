import type { AgendaItem } from '@buurtstem/contract';
import { dateShort } from '@buurtstem/ui';
import { decisionWords } from './agenda-words';

const DAY_MS = 86_400_000;

/** One circle of the track from winning to done. */
export interface TrackStep {
  readonly name: string;
  readonly words: string;
  readonly state: 'is-done' | 'is-now' | 'is-late' | '';
}

/** The day on which the committee must have published its outcome; null without a meeting. */
export function answerDue(item: AgendaItem, answerTermDays: number): Date | null {
  return item.meeting ? new Date(Date.parse(item.meeting.startsAt) + answerTermDays * DAY_MS) : null;
}

/** Days that the outcome is late; 0 when it is there or still in time. */
export function daysLate(item: AgendaItem, answerTermDays: number, now: Date): number {
  const due = answerDue(item, answerTermDays);
  if (item.outcome || due === null) return 0;
  return Math.max(0, Math.floor((now.getTime() - due.getTime()) / DAY_MS));
}

/** Won, discussed, decided, carried out: what has happened, what is now, what is still to come. */
export function trackOf(item: AgendaItem, answerTermDays: number, now: Date): readonly TrackStep[] {
  const { meeting, outcome, progress } = item;
  const met = meeting !== null && Date.parse(meeting.startsAt) <= now.getTime();
  const refused = outcome?.decision === 'rejected';
  const finished = item.proposal.state === 'done';
  const latest = progress.at(-1);
  return [
    { name: 'Gewonnen', words: `Ronde ${item.roundNumber}`, state: 'is-done' },
    {
      name: met ? 'Besproken' : 'Bespreking',
      words: meeting ? dateShort(meeting.startsAt) : 'Wacht op een datum',
      state: met ? 'is-done' : 'is-now',
    },
    decisionStep(item, answerTermDays, now, met),
    ...(refused
      ? []
      : [
          {
            name: finished ? 'Klaar' : 'Uitvoering',
            words: latest ? dateShort(latest.reportedAt) : '',
            state: finished ? 'is-done' : outcome && outcome.decision !== 'held-over' ? 'is-now' : '',
          } as const,
        ]),
  ];
}

function decisionStep(item: AgendaItem, answerTermDays: number, now: Date, met: boolean): TrackStep {
  if (item.outcome) {
    return {
      name: decisionWords(item.outcome.decision),
      words: dateShort(item.outcome.decidedAt),
      state: 'is-done',
    };
  }
  const due = answerDue(item, answerTermDays);
  if (!met || due === null) return { name: 'Besluit', words: due ? `Vóór ${dateShort(due)}` : '', state: '' };
  const late = daysLate(item, answerTermDays, now) > 0;
  return {
    name: 'Besluit',
    words: `${late ? 'Moest op' : 'Vóór'} ${dateShort(due)}`,
    state: late ? 'is-late' : 'is-now',
  };
}
