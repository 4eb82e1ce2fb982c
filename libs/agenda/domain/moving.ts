import { accept, refuse, type Result } from '@buurtstem/shared-domain';
import { agendaItemTransition, type AgendaItemState } from './lifecycle';
import { mayArrange, type Meeting } from './meeting';

export type Move =
  { readonly verb: 'move' | 'schedule'; readonly meetingId: string } | { readonly verb: 'take-off' };

/**
 * How the clerk brings an item somewhere else: to a meeting, or (`to` is null) off its agenda into the queue, where the
 * next meeting that is planned takes it. Neither meeting may have begun. The deadline binds the calendar, not a clerk
 * who gives a reason.
 */
export function moveItem(
  state: AgendaItemState,
  from: Meeting | null,
  to: Meeting | null,
  now: Date,
): Result<Move, 'agenda-transition-not-possible' | 'meeting-not-planned' | 'meeting-has-started'> {
  const verb = to === null ? 'take-off' : from === null ? 'schedule' : 'move';
  const possible = agendaItemTransition(state, verb);
  if (!possible.ok) return possible;
  if (from !== null && from.id === to?.id) return refuse('agenda-transition-not-possible');
  for (const meeting of [from, to]) {
    const open = meeting === null ? accept<true>(true) : mayArrange(meeting, now);
    if (!open.ok) return open;
  }
  return verb === 'take-off' || to === null
    ? accept({ verb: 'take-off' })
    : accept({ verb, meetingId: to.id });
}
