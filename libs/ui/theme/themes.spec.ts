import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  blocksOf,
  blocksOfTheme,
  contrast,
  remarkOn,
  sharedTokens,
  THEMES,
  type Theme,
  type Tokens,
} from './themes';

const DOCUMENT = join(__dirname, '../../../docs/design/tokens.md');
const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const sheets = globSync('{*,components/*}.css', { cwd: __dirname }).map((file) =>
  readFileSync(join(__dirname, file), 'utf8'),
);

const TEXT = 4.5;
const SHAPE = 3;
/** What stands on what, and the contrast it needs: words 4.5, edges and marks 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: readonly (readonly [string, readonly string[], number])[] = [
  ['text', ['bg', 'surface', 'band', 'primary-soft', 'highlight-soft', 'for-soft'], TEXT],
  ['text', ['against-soft', 'success-soft', 'danger-soft'], TEXT],
  ['text-subtle', ['bg', 'surface', 'band', 'highlight-soft'], TEXT],
  ['primary', ['bg', 'surface', 'band', 'primary-soft', 'highlight-soft'], TEXT],
  ['on-primary', ['primary', 'primary-hover'], TEXT],
  ['on-primary-soft', ['primary-soft'], TEXT],
  ['on-highlight', ['highlight'], TEXT],
  ['for', ['bg', 'surface', 'band', 'for-soft'], TEXT],
  ['on-for', ['for'], TEXT],
  ['against', ['bg', 'surface', 'band', 'against-soft'], TEXT],
  ['on-against', ['against'], TEXT],
  ['success', ['bg', 'surface', 'success-soft'], TEXT],
  ['danger', ['bg', 'surface', 'danger-soft'], TEXT],
  ['on-danger', ['danger'], TEXT],
  ['on-inverse', ['inverse'], TEXT],
  ['border-control', ['bg', 'surface', 'band'], SHAPE],
  ['for', ['track'], SHAPE],
  ['against', ['track'], SHAPE],
  ['primary', ['track'], SHAPE],
  ['focus', ['bg', 'surface', 'band'], SHAPE],
  ['focus-inner', ['focus'], SHAPE],
];

describe('E13: the themes', () => {
  it.each(THEMES)('%s sets exactly the tokens that the default theme sets', (theme) => {
    const wanted = [...tokensOf('west light').keys()].filter((name) => isSetBy(theme, name));
    for (const tokens of blocksOfTheme(css, theme)) expect([...tokens.keys()].sort()).toEqual(wanted.sort());
  });

  it.each(['west dark', 'oost dark'] as const)(
    '%s is the same by the device’s wish and by the visitor’s own choice',
    (theme) => {
      const [byDevice, byChoice, ...more] = blocksOfTheme(css, theme);
      expect([...(byDevice ?? [])]).toEqual([...(byChoice ?? [])]);
      expect(more).toEqual([]);
    },
  );

  it('differ in colours and in corners, and in nothing else', () => {
    const names = THEMES.filter((theme) => theme !== 'west light').flatMap((theme) => [
      ...tokensOf(theme).keys(),
    ]);
    expect(names.filter((name) => !/^--bs-(color|radius)-/.test(name))).toEqual([]);
    expect(blocksOf(css).filter(({ selector }) => !selector.startsWith(':root'))).toEqual([]);
  });

  describe.each(THEMES)('%s', (theme) => {
    it.each(PAIRS.flatMap(([front, backs, least]) => backs.map((back) => [front, back, least] as const)))(
      'shows %s on %s with a contrast of at least %s',
      (front, back, least) => {
        expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(least);
      },
    );
  });
});

describe('the tokens', () => {
  const named = new Set(blocksOf(css).flatMap(({ tokens }) => [...tokens.keys()]));
  const used = new Set(
    sheets.flatMap((sheet) => [...sheet.matchAll(/var\((--bs-[\w-]+)/g)].map(([, name]) => name)),
  );

  it('exist where a style names them', () => {
    expect([...used].filter((name) => !named.has(name ?? ''))).toEqual([]);
  });

  it('are not named in a media query, which cannot read them', () => {
    expect(sheets.flatMap((sheet) => sheet.match(/@media[^{]*var\([^{]*/g) ?? [])).toEqual([]);
  });

  it('are all in use: a name that nothing needs is taken away', () => {
    expect([...named].filter((name) => !used.has(name))).toEqual([]);
  });

  it('are described as they are in docs/design/tokens.md (WRITE_DESIGN=1 writes it)', () => {
    const said = describeTokens();
    if (process.env['WRITE_DESIGN']) writeFileSync(DOCUMENT, said);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(said);
  });
});

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('%s and %s have %s', (one, other, wanted) => {
    expect(contrast(one, other)).toBeCloseTo(wanted, 2);
    expect(contrast(other, one)).toBeCloseTo(wanted, 2);
  });
});

/** All that holds in a theme: what it sets itself over what it takes from the default. */
function tokensOf(theme: Theme): Tokens {
  const [own = new Map<string, string>()] = blocksOfTheme(css, theme);
  return theme === 'west light' ? own : new Map([...tokensOf('west light'), ...corners(theme), ...own]);
}

function corners(theme: Theme): Tokens {
  return theme === 'oost dark' ? tokensOf('oost light') : new Map();
}

/** Corners are a district's, by day and by night: a dark scheme does not set them again. */
function isSetBy(theme: Theme, name: string): boolean {
  return !(theme.endsWith('dark') && name.startsWith('--bs-radius-'));
}

function ratio(theme: Theme, front: string, back: string): number {
  const tokens = tokensOf(theme);
  const [one, other] = [front, back].map((name) => tokens.get(`--bs-color-${name}`) ?? `no ${name}`);
  return contrast(one ?? '', other ?? '');
}

function describeTokens(): string {
  const west = [...tokensOf('west light').keys()];
  const colours = west.filter((name) => name.startsWith('--bs-color-'));
  const radii = west.filter((name) => name.startsWith('--bs-radius-'));
  const perTheme = (names: readonly string[]): string[] =>
    names.map((name) => row([code(name), ...THEMES.map((theme) => tokensOf(theme).get(name) ?? '')]));
  const pairs = PAIRS.flatMap(([front, backs, least]) =>
    backs.map((back) =>
      row([
        `${front} on ${back}`,
        String(least),
        ...THEMES.map((theme) => ratio(theme, front, back).toFixed(1)),
      ]),
    ),
  );
  return [
    '# Tokens',
    '',
    'Written from `libs/ui/theme/tokens.css` by `WRITE_DESIGN=1 npx jest -c libs/ui/jest.config.cjs themes`, and held',
    'against it by the same spec. A token is what a style may name; a style that writes a colour or a length itself is',
    'refused by stylelint. A district’s theme is one block of colours and corners, and nothing else:',
    '`<html data-theme="west">` or `"oost">`. Light or dark follows the device; `data-scheme` is the visitor’s own choice.',
    '',
    '## Colours',
    '',
    row(['token', ...THEMES]),
    row(['---', ...THEMES.map(() => '---')]),
    ...perTheme(colours),
    '',
    '`border` is decoration, never the edge of a control: that is `border-control`. The sheet of a poster is paper in every',
    `theme: ${code('--bs-color-paper')}, ${code('--bs-color-paper-ink')}.`,
    '',
    '## Corners',
    '',
    row(['token', ...THEMES]),
    row(['---', ...THEMES.map(() => '---')]),
    ...perTheme(radii),
    '',
    '## Shared by every district',
    '',
    row(['token', 'value', 'use']),
    row(['---', '---', '---']),
    ...[...sharedTokens(css)].map(([name, value]) => row([code(name), code(value), remarkOn(css, name)])),
    '',
    '## Contrast',
    '',
    'Words need 4.5, edges and marks 3 (WCAG 2.2 AA).',
    '',
    row(['pair', 'least', ...THEMES]),
    row(['---', '---', ...THEMES.map(() => '---')]),
    ...pairs,
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
