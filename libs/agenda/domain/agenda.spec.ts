import fc from 'fast-check';
import {
  arrangeAgenda,
  hasChanges,
  inOrder,
  positionOfNext,
  publicAgenda,
  publishAgenda,
  timesOf,
  type Entry,
  type Point,
  type WantedEntry,
  type Winner,
} from './index';

const point = (id: string, minutes = 5): Point => ({ kind: 'point', id, title: `Punt ${id}`, minutes });
const winner = (roundNumber: number, minutes = 45): Winner => ({
  kind: 'item',
  id: `winner ${roundNumber}`,
  minutes,
  roundNumber,
});
const ids = (entries: readonly { readonly id: string | null }[]): (string | null)[] =>
  entries.map(({ id }) => id);
const wish = ({ kind, id, minutes }: Entry): WantedEntry => ({ kind, id, minutes });

describe('the order of an agenda', () => {
  it('is that of the clerk, and the winners among themselves stand in the order of their rounds', () => {
    const entries = [
      { ...winner(9), position: 1 },
      { ...point('close'), position: 4 },
      { ...winner(7), position: 3 },
      { ...point('open'), position: 0 },
      { ...winner(8), position: 3 },
    ];
    expect(ids(inOrder(entries))).toEqual(['open', 'winner 7', 'winner 8', 'winner 9', 'close']);
  });

  it('does not depend on the order in which the entries are handed in', () => {
    const same = [point('a'), point('b'), winner(7), { ...winner(7), id: 'winner of seven too' }].map(
      (entry) => ({ ...entry, position: 2 }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(same, { minLength: same.length }), (entries) => {
        expect(ids(inOrder(entries))).toEqual(['a', 'b', 'winner 7', 'winner of seven too']);
      }),
    );
  });

  it('puts a winner that came by itself behind the point at its place', () => {
    expect(
      ids(
        inOrder([
          { ...winner(1), position: 0 },
          { ...point('open'), position: 0 },
        ]),
      ),
    ).toEqual(['open', 'winner 1']);
    expect(
      ids(
        inOrder([
          { ...point('b'), position: 0 },
          { ...point('a'), position: 0 },
        ]),
      ),
    ).toEqual(['a', 'b']);
  });

  it('has a place for the next winner: behind the last one, else at the end', () => {
    expect(positionOfNext([])).toBe(0);
    expect(positionOfNext([{ kind: 'point', position: 3 }])).toBe(4);
    expect(
      positionOfNext([
        { kind: 'item', position: 1 },
        { kind: 'point', position: 2 },
      ]),
    ).toBe(1);
  });
});

describe('arranging an agenda', () => {
  const standing = [point('open'), winner(3), winner(4)];

  it('keeps, adds and drops points, and keeps the title of one that gets no other', () => {
    const wanted: WantedEntry[] = [
      { kind: 'point', title: '  Welkom  ', minutes: 10 },
      wish(winner(3, 30)),
      { kind: 'point', id: 'open', minutes: 7 },
      wish(winner(4)),
    ];
    expect(arrangeAgenda(wanted, [...standing, point('close')])).toEqual({
      ok: true,
      value: {
        entries: [
          { kind: 'point', id: null, title: 'Welkom', minutes: 10 },
          { kind: 'item', id: 'winner 3', minutes: 30 },
          { kind: 'point', id: 'open', title: 'Punt open', minutes: 7 },
          { kind: 'item', id: 'winner 4', minutes: 45 },
        ],
        dropped: ['close'],
      },
    });
  });

  it.each([
    ['a winner is left out', [wish(winner(3))], 'agenda-entries-differ'],
    ['a winner stands on it twice', [3, 4, 4].map((n) => wish(winner(n))), 'agenda-entries-differ'],
    ['a winner is not on it', [3, 4, 5].map((n) => wish(winner(n))), 'agenda-entries-differ'],
    ['a winner has no id', [{ kind: 'item', minutes: 5 }], 'agenda-entries-differ'],
    ['a point is named as a winner', [{ ...wish(point('open')), kind: 'item' }], 'agenda-entries-differ'],
    ['a winner is named as a point', [{ ...wish(winner(3)), kind: 'point' }], 'agenda-entries-differ'],
    ['a point is gone', [wish(point('gone'))], 'agenda-entries-differ'],
    ['a new point has no title', [{ kind: 'point', minutes: 5 }], 'agenda-entries-differ'],
    ['a title is empty', [{ kind: 'point', title: '  ', minutes: 5 }], 'agenda-entries-differ'],
    ['an older winner stands behind a newer one', [4, 3].map((n) => wish(winner(n))), 'agenda-order-locked'],
  ] as const)('is refused where %s', (_why, wanted, refusal) => {
    expect(arrangeAgenda(wanted as WantedEntry[], standing)).toEqual({ ok: false, refusal });
  });

  it('never loses a winner, whatever is asked', () => {
    const entries = [point('a'), point('b'), winner(1), winner(2), winner(3)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...entries.map(wish)), { maxLength: 8 }), (wanted) => {
        const arranged = arrangeAgenda(wanted, entries);
        if (arranged.ok)
          expect(ids(arranged.value.entries.filter(({ kind }) => kind === 'item'))).toEqual([
            'winner 1',
            'winner 2',
            'winner 3',
          ]);
      }),
    );
  });
});

describe('the agenda that everybody reads', () => {
  it('shows the winners alone before it is published, by round', () => {
    expect(ids(publicAgenda(null, [winner(4), winner(3)]))).toEqual(['winner 3', 'winner 4']);
  });

  it('shows what was published, without who left and with who came since', () => {
    const published = [point('open'), winner(3, 20), winner(5), point('close')];
    expect(publicAgenda(published, [winner(5), winner(4), winner(6)])).toEqual([
      point('open'),
      winner(4),
      winner(5),
      winner(6),
      point('close'),
    ]);
    expect(publicAgenda(published, [winner(3)])[1]).toEqual(winner(3, 20));
  });

  it('puts the first winner behind the points where none was on it', () => {
    expect(ids(publicAgenda([point('open')], [winner(1)]))).toEqual(['open', 'winner 1']);
  });

  it('shows each winner once, in the order of the rounds, whatever was published', () => {
    const rounds = fc.uniqueArray(fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(rounds, rounds, (before, since) => {
        const shown = publicAgenda(
          [point('open'), ...before.map((n) => winner(n))],
          since.map((n) => winner(n)),
        );
        expect(ids(shown.filter(({ kind }) => kind === 'item'))).toEqual(
          [...since].sort((a, b) => a - b).map((n) => `winner ${n}`),
        );
      }),
    );
  });
});

describe('publishing an agenda', () => {
  const entries = [point('open'), winner(3)];

  it('keeps winners by their ids, so that their titles are those of now', () => {
    expect(publishAgenda(entries)).toEqual({
      ok: true,
      value: [point('open'), { kind: 'item', id: 'winner 3', minutes: 45 }],
    });
  });

  it('is refused where nothing stands on it', () => {
    expect(publishAgenda([])).toEqual({ ok: false, refusal: 'agenda-not-complete' });
  });

  it.each([
    ['before it was published', null, entries, false],
    ['as published', entries, entries, false],
    ['with other minutes', entries, [point('open'), winner(3, 30)], true],
    ['with another title', entries, [{ ...point('open'), title: 'Welkom' }, winner(3)], true],
    ['in another order', entries, [winner(3), point('open')], true],
    ['with another winner', entries, [point('open'), winner(4)], true],
    ['with one more', entries, [...entries, point('close')], true],
  ] as const)('knows whether it changed since: %s', (_how, published, now, changed) => {
    expect(hasChanges(published, now)).toBe(changed);
  });
});

describe('the times of an agenda', () => {
  it('follow from the start and the minutes', () => {
    const startsAt = new Date('2027-01-05T18:30:00Z');
    expect(timesOf(startsAt, [{ minutes: 5 }, { minutes: 45 }])).toEqual({
      starts: [startsAt, new Date('2027-01-05T18:35:00Z')],
      endsAt: new Date('2027-01-05T19:20:00Z'),
    });
    expect(timesOf(startsAt, []).endsAt).toEqual(startsAt);
  });
});
