import { within } from '@testing-library/dom';
import type { AgendaItem } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { anItem, NOW } from './testing';
import { YearChart } from './year-chart';

const outcome = (decision: 'adopted' | 'rejected' | 'held-over', decidedAt: string) => ({
  decision,
  reasons: 'Daarom.',
  decidedAt,
  vote: { votesFor: 9, votesAgainst: 2, votesAbstained: 1 },
});

const rowsOf = async (items: AgendaItem[]) => {
  const page = await showPage(YearChart, { inputs: { items, now: new Date(NOW) } });
  const table = page.screen.queryByRole('table');
  return {
    ...page,
    rows: table
      ? within(table)
          .getAllByRole('row')
          .map((row) => [...row.children].map((cell) => cell.textContent?.trim()))
      : [],
  };
};

describe('the chart of the winners per year', () => {
  afterEach(() => document.body.replaceChildren());

  it('puts each winner in one part: done, under way, rejected, late, or waiting', async () => {
    const { rows, screen } = await rowsOf([
      anItem({
        proposalState: 'done',
        outcome: outcome('adopted', '2026-03-01T20:00:00Z'),
        answerDueAt: null,
      }),
      anItem({ outcome: outcome('adopted', '2026-04-01T20:00:00Z'), answerDueAt: null }),
      anItem({ outcome: outcome('rejected', '2026-05-01T20:00:00Z'), answerDueAt: null }),
      anItem({ answerDueAt: '2026-11-01T12:00:00Z' }),
      anItem(),
    ]);
    expect(rows).toEqual([
      ['Jaar', 'Klaar', 'Bezig', 'Afgewezen', 'Te laat', 'Wacht op een besluit'],
      ['2026', '1', '1', '1', '1', '1'],
    ]);
    expect(screen.getByRole('img').querySelector('desc')?.textContent?.replaceAll('\u00a0', ' ')).toBe(
      'Van 5 winnaars in 2026 is dit de stand: 1 klaar, 1 bezig, 1 afgewezen, 1 te laat, 1 wacht op een besluit.',
    );
  });

  it('takes the year of the clock on the wall, the newest first', async () => {
    const { rows } = await rowsOf([
      anItem({ outcome: outcome('adopted', '2024-12-31T23:30:00Z'), answerDueAt: null }),
      anItem({ outcome: outcome('held-over', '2026-01-01T12:00:00Z') }),
    ]);
    expect(rows.slice(1).map(([year]) => year)).toEqual(['2026', '2025']);
  });

  it('is not there while no winner has a meeting', async () => {
    expect((await rowsOf([anItem({ meeting: null })])).rows).toEqual([]);
  });
});
