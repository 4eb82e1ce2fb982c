import { within } from '@testing-library/dom';
import { showPage } from '../testing';
import { VotesChart } from './votes-chart';
import { votesLines, type VotesOfDay } from './votes-lines';

const DAYS: VotesOfDay[] = [
  { day: '2026-11-01', votesFor: 0, votesAgainst: 0 },
  { day: '2026-11-02', votesFor: 60, votesAgainst: 4 },
  { day: '2026-11-03', votesFor: 110, votesAgainst: 9 },
];

const show = (days = DAYS, threshold = 100) => showPage(VotesChart, { inputs: { days, threshold } });

describe('the chart of the votes over time', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what there is to see in one sentence, also as the drawing’s description', async () => {
    const { screen, fixture } = await show();
    const finding =
      'Van 1 november 2026 tot en met 3 november 2026 kwamen er 110 stemmen voor en 9 tegen. De grens werd gehaald op 3 november 2026.';
    const plain = (fixture.nativeElement as HTMLElement)
      .querySelector('figcaption')
      ?.textContent?.replaceAll('\u00a0', ' ');
    expect(plain).toBe(finding);
    const drawing = screen.getByRole('img', { name: /^Lijngrafiek van de stemmen per dag/ });
    expect(drawing.querySelector('desc')?.textContent?.replaceAll('\u00a0', ' ')).toBe(finding);
  });

  it('does not speak of a threshold that was not reached', async () => {
    const { fixture } = await show(DAYS, 200);
    expect((fixture.nativeElement as HTMLElement).querySelector('figcaption')?.textContent).not.toContain(
      'gehaald',
    );
  });

  it('has every number in its table', async () => {
    const { screen } = await show();
    screen.getByText('Bekijk als tabel');
    const rows = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((row) => row.textContent?.replaceAll('\u00a0', ' ').trim());
    expect(rows).toEqual(['DagVoorTegen', '1 november 202600', '2 november 2026604', '3 november 20261109']);
  });

  it('does not leave the difference between the lines to their colour', async () => {
    const { fixture } = await show();
    const drawing = (fixture.nativeElement as HTMLElement).querySelector('[role=img]')!;
    expect(drawing.querySelectorAll('circle')).toHaveLength(1);
    expect(drawing.querySelectorAll('rect')).toHaveLength(1);
    expect(drawing.querySelectorAll('path.bs-chart__line--against')).toHaveLength(1);
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('the lines of the votes', () => {
  it('go from the left to the right, and higher the more votes there are', () => {
    const { forPath, forEnd, againstEnd, thresholdY } = votesLines(DAYS, 100);
    expect(forPath).toMatch(/^M0,100L50,/);
    expect(forPath).toMatch(/L100,[\d.]+$/);
    expect(parseFloat(forEnd)).toBeLessThan(parseFloat(thresholdY!));
    expect(parseFloat(againstEnd)).toBeGreaterThan(parseFloat(thresholdY!));
  });

  it('are read from whole numbers only, none of which touches that of the threshold', () => {
    const { ticks } = votesLines([{ day: '2026-11-01', votesFor: 1, votesAgainst: 0 }], 0);
    expect(ticks.map(({ value }) => value)).toEqual([0, 1]);
    expect(votesLines(DAYS, 100).ticks.map(({ value }) => value)).not.toContain(100);
  });

  it('stay in the drawing without votes and without a threshold', () => {
    expect(votesLines([], 0)).toMatchObject({ forPath: '', forEnd: '100.0%', thresholdY: null });
  });
});
