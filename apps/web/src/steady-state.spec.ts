import { makeStateKey } from '@angular/core';
import { SteadyState } from './steady-state';

/** The state after these answers came in this order. */
function stateAfter(...names: readonly string[]): string {
  const state = new SteadyState();
  for (const name of names) state.set(makeStateKey<object>(name), { said: `</script><b>${name}` });
  return state.toJson();
}

describe('what a page hands to the browser', () => {
  it('is the same however the answers of the API happened to come', () => {
    expect(stateAfter('standings', 'session', 'agenda')).toBe(stateAfter('agenda', 'standings', 'session'));
  });

  it('cannot end the element that it stands in, and says what was put in', () => {
    const json = stateAfter('agenda');
    expect(json).not.toMatch(/[<]/);
    expect(JSON.parse(json)).toEqual({ agenda: { said: '</script><b>agenda' } });
  });
});
