import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** Drawn in docs/lifecycles/round.md. */
export const ROUND_STATES = ['planned', 'open', 'counted'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundVerb = 'open' | 'count' | 'recount';

/** Where a verb leads a round from a state. A recount leaves it counted, with one report more. */
export function roundTransition(
  state: RoundState,
  verb: RoundVerb,
): Result<RoundState, 'round-transition-not-possible'> {
  switch (verb) {
    case 'open':
      return state === 'planned' ? accept('open') : refuse('round-transition-not-possible');
    case 'count':
      return state === 'open' ? accept('counted') : refuse('round-transition-not-possible');
    case 'recount':
      return state === 'counted' ? accept('counted') : refuse('round-transition-not-possible');
    default:
      return unreachable(verb);
  }
}

/** Whether a round may be counted at an instant: it is open, and its count date has come. */
export function mayCount(
  round: { readonly state: RoundState; readonly closesAt: Date },
  now: Date,
): Result<true, 'round-not-open' | 'round-not-due'> {
  if (!roundTransition(round.state, 'count').ok) return refuse('round-not-open');
  return now < round.closesAt ? refuse('round-not-due') : accept(true);
}
