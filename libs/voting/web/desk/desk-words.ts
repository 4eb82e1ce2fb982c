import { counted, dateShort, dayAndTime, timeOfDay } from '@buurtstem/ui';
import type { VoteBatchState, VoteSignalKind, VoteBatch, VoteSignal } from '@buurtstem/contract';

const KINDS: Readonly<Record<VoteSignalKind, string>> = {
  burst: $localize`Veel stemmen in korte tijd`,
  network: $localize`Veel stemmen vanaf één netwerk`,
  'mail-domain': $localize`Veel stemmen met één soort e-mailadres`,
};

export function signalWords(kind: VoteSignalKind): string {
  return KINDS[kind];
}

/** What the votes of a signal have in common, to talk about it by; null for a burst, which only has its time. */
export function sourceWords({ kind, label }: VoteSignal): string | null {
  switch (kind) {
    case 'network':
      return $localize`één netwerk ${label}:label:`;
    case 'mail-domain':
      return $localize`e-mailadressen bij ${label}:label:`;
    case 'burst':
      return null;
  }
}

/** "8 dec, van 14.02 uur tot 14.31 uur" */
export function spanWords(from: string, to: string): string {
  const sameDay = dateShort(from) === dateShort(to);
  return sameDay
    ? $localize`${dateShort(from)}:from:, van ${timeOfDay(from)}:from2: tot ${timeOfDay(to)}:to:`
    : $localize`van ${dateShort(from)}:from:, ${timeOfDay(from)}:from2: tot ${dateShort(to)}:to:, ${timeOfDay(to)}:to2:`;
}

/** One signal has no number of its own: this tells it from the others, also after a reload. */
export function signalKey({ kind, proposal, label, from }: VoteSignal): string {
  return [kind, proposal.number, label, from].join(' ');
}

const STATES: Readonly<Record<VoteBatchState, string>> = {
  held: $localize`In onderzoek`,
  proposed: $localize`Wacht op een collega`,
  invalidated: $localize`Ongeldig verklaard`,
  released: $localize`Vrijgegeven`,
  reinstated: $localize`Weer geldig`,
};

export function batchStateWords(state: VoteBatchState): string {
  return STATES[state];
}

export function votesWords(count: number): string {
  return counted(count, $localize`stem`, $localize`stemmen`);
}

/** One thing that happened to a batch. */
export interface BatchEvent {
  readonly what: string;
  readonly who: string;
  readonly when: string;
  /** What the person wrote with it; the reason for invalidation and its undoing are public. */
  readonly text: string | null;
}

/** What was done to a batch, by whom and when, oldest first. */
export function batchEvents(batch: VoteBatch): readonly BatchEvent[] {
  const { state } = batch;
  const events = [
    { what: $localize`In onderzoek gezet`, who: batch.heldBy, at: batch.heldAt, text: batch.note },
    {
      what: $localize`Voorgesteld om ongeldig te verklaren`,
      who: batch.proposedBy,
      at: batch.proposedAt,
      text: batch.reason,
    },
    { what: $localize`Ongeldig verklaard`, who: batch.decidedBy, at: batch.decidedAt, text: '' },
    {
      what: state === 'reinstated' ? $localize`Weer geldig gemaakt` : $localize`Vrijgegeven`,
      who: batch.endedBy,
      at: batch.endedAt,
      text: batch.endReason,
    },
  ];
  return events.flatMap(({ what, who, at, text }) =>
    at === null ? [] : [{ what, who: who ?? $localize`Onbekend`, when: dayAndTime(at), text: text || null }],
  );
}
