import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKS, lookOf } from './looks';

const TOKENS = readFileSync(join(__dirname, '../../../ui/theme/tokens.css'), 'utf8');

/** The tokens of a theme by daylight: those that all share, and its own block over them. */
function tokensOf(theme: string): Record<string, string> {
  const day =
    TOKENS.slice(0, TOKENS.indexOf('/* 3.')) + TOKENS.slice(TOKENS.indexOf(":root[data-theme='oost'] {"));
  const blocks = [...day.matchAll(/(^|\n)(:root(?:\[data-theme='(\w+)'\])?) \{([^}]*)\}/g)];
  const own = blocks.filter(([, , , name]) => name === undefined || name === theme);
  return Object.fromEntries(
    own.flatMap(([, , , , body]) =>
      [...(body ?? '').matchAll(/--bs-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
    ),
  ) as Record<string, string>;
}

describe('the look of a district outside its pages', () => {
  it.each(Object.keys(LOOKS))('is that of its tokens: %s', (theme) => {
    const tokens = tokensOf(theme);
    const { radius, ...colours } = lookOf(theme);
    for (const [name, value] of Object.entries(colours))
      expect([name, value]).toEqual([name, tokens[`color-${name}`]]);
    expect(`${radius / 16}rem`).toBe(tokens['radius-l']);
  });

  it('is the neutral one for a theme without tokens of its own', () => {
    expect(lookOf('noord')).toBe(LOOKS['west']);
    expect(lookOf('constructor')).toBe(LOOKS['west']);
  });
});
