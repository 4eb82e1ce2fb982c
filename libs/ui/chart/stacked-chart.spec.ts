import { within } from '@testing-library/dom';
import { showPage } from '../testing';
import { StackedChart } from './stacked-chart';
import { stackedRows } from './stacked-rows';

const PARTS = [
  { words: 'Klaar', fill: 'full' },
  { words: 'Te laat', fill: 'cross' },
];
const ROWS = [
  { name: '2026', counts: [6, 2] },
  { name: '2025', counts: [4, 0] },
];

describe('a chart of stacked bars', () => {
  afterEach(() => document.body.replaceChildren());

  const show = () =>
    showPage(StackedChart, {
      inputs: {
        name: 'jaren',
        heading: 'Per jaar',
        finding: 'Er is er 1 te laat.',
        rowHead: 'Jaar',
        parts: PARTS,
        rows: ROWS,
      },
    });

  it('has a name and a sentence that says what there is to see', async () => {
    const { screen } = await show();
    const drawing = screen.getByRole('img', { name: /^Per jaar/ });
    expect(drawing.querySelector('desc')?.textContent).toBe('Er is er 1 te laat.');
    expect(screen.getAllByText('Er is er 1 te laat.')).toHaveLength(2);
  });

  it('has every number in its table', async () => {
    const { screen } = await show();
    const rows = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map(({ textContent }) => textContent?.trim());
    expect(rows).toEqual(['JaarKlaarTe laat', '202662', '202540']);
  });

  it('fills each part with a pattern of its own, and has no inline style', async () => {
    const { fixture } = await show();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelectorAll('[role=img] > rect')).toHaveLength(3);
    expect(page.querySelector('[role=img] .bs-chart__part--cross')?.getAttribute('fill')).toBe(
      'url(#jaren-cross)',
    );
    expect(page.querySelector('#jaren-cross')).toBeTruthy();
    expect(page.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('stacked rows', () => {
  it('are on one scale, part after part', () => {
    const [newest, oldest] = stackedRows(ROWS);
    expect(newest).toMatchObject({ name: '2026', total: 8 });
    expect(newest?.segments.map(({ part, x, width }) => [part, x, width])).toEqual([
      [0, '0.00%', '75.00%'],
      [1, '75.00%', '25.00%'],
    ]);
    expect(oldest?.segments.map(({ part, count, width }) => [part, count, width])).toEqual([
      [0, 4, '50.00%'],
    ]);
  });

  it('leave a number out of a part that is too narrow for it', () => {
    const [row] = stackedRows([{ name: '2026', counts: [1, 99] }]);
    expect(row?.segments.map(({ isWide }) => isWide)).toEqual([false, true]);
  });

  it('are empty without rows and without counts', () => {
    expect(stackedRows([])).toEqual([]);
    expect(stackedRows([{ name: '2026', counts: [0, 0] }])[0]?.segments).toEqual([]);
  });
});
