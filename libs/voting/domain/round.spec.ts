import { mayCount, ROUND_STATES, roundTransition, type RoundVerb } from './index';

describe('the lifecycle of a round', () => {
  const arrows = {
    open: { planned: 'open' },
    count: { open: 'counted' },
    recount: { counted: 'counted' },
  } as const;

  it.each(
    (Object.keys(arrows) as RoundVerb[]).flatMap((verb) =>
      ROUND_STATES.map((state) => [verb, state] as const),
    ),
  )('draws or refuses: %s from %s', (verb, state) => {
    const to = (arrows[verb] as Partial<Record<string, string>>)[state];
    expect(roundTransition(state, verb)).toEqual(
      to ? { ok: true, value: to } : { ok: false, refusal: 'round-transition-not-possible' },
    );
  });

  it('does not know verbs that it does not draw', () => {
    expect(() => roundTransition('open', 'undo' as RoundVerb)).toThrow('Not foreseen');
  });
});

describe('counting', () => {
  const closesAt = new Date('2026-12-08T15:00:00Z');

  it('is due from the count date on, however late', () => {
    expect(mayCount({ state: 'open', closesAt }, new Date(closesAt.getTime() - 1))).toEqual({
      ok: false,
      refusal: 'round-not-due',
    });
    expect(mayCount({ state: 'open', closesAt }, closesAt).ok).toBe(true);
    expect(mayCount({ state: 'open', closesAt }, new Date('2027-01-01T00:00:00Z')).ok).toBe(true);
  });

  it('happens to an open round only', () => {
    for (const state of ['planned', 'counted'] as const) {
      expect(mayCount({ state, closesAt }, closesAt)).toEqual({ ok: false, refusal: 'round-not-open' });
    }
  });
});
