import { setTimeout as wait } from 'node:timers/promises';
import { KeptAnswers } from '@buurtstem/platform-api';
import { Client } from 'pg';
import { West } from './west';

interface Place {
  readonly rank: number | null;
  readonly openCount: number;
}

describe('the places of the plans, on a site that keeps answers for a second', () => {
  let west: West;
  beforeEach(async () => (west = await West.open({}, { KEEP_ANSWERS: '1' })));
  afterEach(() => west.close());

  async function placeOf(number: number): Promise<string> {
    west.app.get(KeptAnswers).forget();
    const { body } = await west.test.browser().get<Place>(`/districts/west/proposals/${number}`);
    return `${body.rank} of ${body.openCount}`;
  }

  it('are counted once for whoever asks in that second, whatever plan they ask for', async () => {
    const numbers = [
      await west.proposal('Bankjes langs het water'),
      await west.proposal('Licht op het pad'),
      await west.proposal('Een schommel'),
    ];
    await west.vote(numbers[2]!, await west.residents(2));
    const asked = jest.spyOn(Client.prototype, 'query');
    const places = await Promise.all(numbers.map((number) => placeOf(number)));
    const counts = asked.mock.calls.filter(([query]: unknown[]) =>
      textOf(query).includes('group by votes_for'),
    );
    asked.mockRestore();
    expect(places).toEqual(['2 of 3', '3 of 3', '1 of 3']);
    expect(counts).toHaveLength(1);
  });

  it('follow the votes within a second', async () => {
    const [bench, light] = [
      await west.proposal('Bankjes langs het water'),
      await west.proposal('Licht op het pad'),
    ];
    expect([await placeOf(bench), await placeOf(light)]).toEqual(['1 of 2', '2 of 2']);
    await west.vote(light, await west.residents(1));
    // What is kept is made anew after half a second, and sent until then.
    await wait(1_100);
    expect([await placeOf(bench), await placeOf(light)]).toEqual(['2 of 2', '1 of 2']);
  });

  it('are never beyond the last, of a plan that came in the same second', async () => {
    const bench = await west.proposal('Bankjes langs het water');
    const light = await west.proposal('Licht op het pad');
    await west.rows('update proposal set hidden = true where number = $1', [light]);
    expect(await placeOf(bench)).toBe('1 of 1');
    await west.rows('update proposal set hidden = false where number = $1', [light]);
    expect(await placeOf(light)).toBe('2 of 2');
  });

  it('are only of plans that are open', async () => {
    const [bench, light] = [
      await west.proposal('Bankjes langs het water'),
      await west.proposal('Licht op het pad'),
    ];
    await west.rows(`update proposal set state = 'closed' where number = $1`, [bench]);
    expect([await placeOf(bench), await placeOf(light)]).toEqual(['null of 1', '1 of 1']);
  });
});

/** A statement is a text, or an object with one where it is prepared. */
function textOf(query: unknown): string {
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query);
}
