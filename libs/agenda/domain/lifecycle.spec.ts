import { AGENDA_ITEM_STATES, agendaItemTransition, type AgendaItemVerb } from './index';

const ARROWS: Record<AgendaItemVerb, Partial<Record<string, string>>> = {
  schedule: { queued: 'scheduled' },
  move: { scheduled: 'scheduled' },
  'take-off': { scheduled: 'queued' },
  supersede: { queued: 'superseded', scheduled: 'superseded' },
  discuss: { scheduled: 'discussed' },
  decide: { discussed: 'decided' },
  'hold-over': { discussed: 'queued' },
  'follow-up': { decided: 'followed-up', 'followed-up': 'followed-up' },
};

describe('the lifecycle of an agenda item', () => {
  it.each(
    (Object.keys(ARROWS) as AgendaItemVerb[]).flatMap((verb) =>
      AGENDA_ITEM_STATES.map((s) => [verb, s] as const),
    ),
  )('draws or refuses: %s from %s', (verb, state) => {
    const to = ARROWS[verb][state];
    expect(agendaItemTransition(state, verb)).toEqual(
      to ? { ok: true, value: to } : { ok: false, refusal: 'agenda-transition-not-possible' },
    );
  });

  it('does not know verbs that it does not draw', () => {
    expect(() => agendaItemTransition('queued', 'skip' as AgendaItemVerb)).toThrow('Not foreseen');
  });
});
