import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** Drawn in docs/lifecycles/agenda-item.md. */
export const AGENDA_ITEM_STATES = [
  'queued',
  'scheduled',
  'discussed',
  'decided',
  'followed-up',
  'superseded',
] as const;
export type AgendaItemState = (typeof AGENDA_ITEM_STATES)[number];
export type AgendaItemVerb =
  'schedule' | 'move' | 'take-off' | 'discuss' | 'decide' | 'hold-over' | 'follow-up' | 'supersede';

/** What the committee decides of a proposal. */
export const DECISIONS = ['adopted', 'partly-adopted', 'rejected', 'held-over'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where a verb leads an agenda item from a state. */
export function agendaItemTransition(
  state: AgendaItemState,
  verb: AgendaItemVerb,
): Result<AgendaItemState, 'agenda-transition-not-possible'> {
  switch (verb) {
    case 'schedule':
      return state === 'queued' ? accept('scheduled') : refuse('agenda-transition-not-possible');
    case 'move':
      return state === 'scheduled' ? accept('scheduled') : refuse('agenda-transition-not-possible');
    case 'take-off':
      // Back into the queue, never away: nobody can make a winner disappear.
      return state === 'scheduled' ? accept('queued') : refuse('agenda-transition-not-possible');
    case 'supersede':
      return state === 'queued' || state === 'scheduled'
        ? accept('superseded')
        : refuse('agenda-transition-not-possible');
    case 'discuss':
      return state === 'scheduled' ? accept('discussed') : refuse('agenda-transition-not-possible');
    case 'decide':
      return state === 'discussed' ? accept('decided') : refuse('agenda-transition-not-possible');
    case 'hold-over':
      return state === 'discussed' ? accept('queued') : refuse('agenda-transition-not-possible');
    case 'follow-up':
      return state === 'decided' || state === 'followed-up'
        ? accept('followed-up')
        : refuse('agenda-transition-not-possible');
    default:
      return unreachable(verb);
  }
}
