import * as fc from 'fast-check';
import { aDraft } from '../testing';
import {
  type AgendaRow,
  areSame,
  asPut,
  freshPoint,
  merged,
  minutesIn,
  movedTo,
  rowsOf,
  timesOf,
} from './agenda-rows';

const point = (key: string, title = key, minutes = '10'): AgendaRow => ({
  key,
  kind: 'point',
  title,
  minutes,
});
const winner = (key: string, minutes = '45'): AgendaRow => ({ key, kind: 'item', title: key, minutes });
const keys = (rows: readonly AgendaRow[] | null) => rows?.map(({ key }) => key).join(' ') ?? null;

const BASE = [point('a'), winner('w'), point('b')];

describe('the rows of an agenda', () => {
  it('begin one after the other, and end', () => {
    const times = timesOf(rowsOf(aDraft()), '2026-12-01T18:30:00Z').map((time) =>
      time.toISOString().slice(11, 16),
    );
    expect(times).toEqual(['18:30', '18:35', '19:20', '19:40']);
  });

  it.each([
    [0, 1, 'w a b'],
    [0, 2, 'w b a'],
    [2, 0, 'b a w'],
    [1, 0, null],
    [0, -1, null],
    [0, 3, null],
    [2, 2, null],
  ])('move a point from %i to %i, and never a winner', (from, to, moved) => {
    expect(keys(movedTo(BASE, from, to))).toBe(moved);
  });

  it.each([
    ['5', 5],
    [' 240 ', 240],
    ['0', null],
    ['241', null],
    ['', null],
    ['half uur', null],
    ['1.5', null],
  ])('take “%s” as minutes', (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });

  it('are sent whole: a winner without its title, a new point without an id', () => {
    expect(asPut([winner('w', '30'), { ...freshPoint(1), title: ' Rondvraag ' }], 4)).toEqual({
      revision: 4,
      entries: [
        { kind: 'item', id: 'w', minutes: 30 },
        { kind: 'point', title: 'Rondvraag', minutes: 10 },
      ],
    });
  });
});

describe('what I changed, on top of what a colleague saved', () => {
  it('is what the colleague saved when I changed nothing', () => {
    const theirs = [winner('w'), point('b', 'Besluiten'), point('c')];
    expect(merged(BASE, BASE, theirs)).toEqual(theirs);
  });

  it('is mine when the colleague changed nothing', () => {
    const mine = [point('b', 'Besluiten'), winner('w', '30'), point('a')];
    expect(merged(mine, BASE, BASE)).toEqual(mine);
  });

  it('keeps the new points of both', () => {
    const mine = [...BASE, { ...freshPoint(1), title: 'Van mij' }];
    const theirs = [point('a'), point('c', 'Van haar'), winner('w'), point('b')];
    expect(keys(merged(mine, BASE, theirs))).toBe('a c w b nieuw-1');
  });

  it('takes in a winner that came, and lets go of one that left', () => {
    const mine = [point('a', 'Welkom'), winner('w'), point('b')];
    const theirs = [point('a'), winner('v'), point('b')];
    expect(merged(mine, BASE, theirs)).toEqual([point('a', 'Welkom'), winner('v'), point('b')]);
  });

  it('does not bring back the point that I removed, and keeps what I typed in one that the colleague removed', () => {
    expect(keys(merged([winner('w'), point('b')], BASE, [...BASE, point('c')]))).toBe('w b c');
    expect(merged([point('a', 'Welkom'), winner('w'), point('b')], BASE, [winner('w'), point('b')])).toEqual([
      point('nieuw-a', 'Welkom'),
      winner('w'),
      point('b'),
    ]);
  });

  it('lets go of a point that the colleague removed and I did not touch', () => {
    expect(
      keys(merged([point('a', 'Welkom'), winner('w'), point('b')], BASE, [point('a'), winner('w')])),
    ).toBe('a w');
  });

  it('keeps winners in the order that was saved, and my points where I put them', () => {
    const base = [winner('v'), winner('w'), point('a')];
    const mine = [point('a'), winner('v'), winner('w')];
    const theirs = [winner('w'), winner('v'), point('a')];
    expect(keys(merged(mine, base, theirs))).toBe('a w v');
  });

  it('never loses a winner that was saved nor keeps one that left, whatever both did', () => {
    const row = fc.tuple(fc.constantFrom('a', 'b', 'c', 'v', 'w'), fc.nat(2)).map(([key, change]) => ({
      ...(key > 'm' ? winner(key) : point(key)),
      minutes: `${change + 1}`,
    }));
    const rows = fc.uniqueArray(row, { selector: ({ key }) => key });
    fc.assert(
      fc.property(rows, rows, rows, (base, theirs, wanted) => {
        // I cannot take a winner off, nor make one.
        const mine = [
          ...wanted.filter(({ kind }) => kind === 'point'),
          ...base.filter(({ kind }) => kind === 'item'),
        ];
        const result = merged(mine, base, theirs);
        const winners = (of: readonly AgendaRow[]) => keys(of.filter(({ kind }) => kind === 'item'));
        expect(winners(result)).toBe(winners(theirs));
        expect(new Set(result.map(({ key }) => key)).size).toBe(result.length);
        expect(areSame(merged(result, theirs, theirs), result)).toBe(true);
      }),
    );
  });
});
