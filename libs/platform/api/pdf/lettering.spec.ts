import { fit, legible, widthOf } from './lettering';

const TITLE = 'Veilig oversteken bij de Sluisbrug voor kinderen en ouderen';
const ROOM = { font: 'strong', sizes: [60, 40], width: 600, lines: 2 } as const;

describe('lettering of pictures and posters', () => {
  it('takes the largest size that fits', () => {
    expect(fit('Een bankje', ROOM)).toEqual({ size: 60, lines: ['Een bankje'] });
    const { size, lines } = fit(TITLE, { ...ROOM, lines: 3 });
    expect(size).toBe(60);
    expect(lines.join(' ')).toBe(TITLE);
    for (const line of lines) expect(widthOf(line, { font: 'strong', size })).toBeLessThanOrEqual(600);
  });

  it('becomes smaller, and is cut off only where the smallest is too large', () => {
    expect(fit(TITLE, ROOM)).toMatchObject({ size: 40, lines: [expect.any(String), expect.any(String)] });
    const { lines } = fit(TITLE, { ...ROOM, lines: 1 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Veilig oversteken bij .*…$/);
    expect(widthOf(lines[0]!, { font: 'strong', size: 40 })).toBeLessThanOrEqual(600);
  });

  it('becomes smaller rather than breaking a word', () => {
    const word = 'Verkeersveiligheidsplan';
    expect(fit(word, { ...ROOM, width: 500 })).toEqual({ size: 40, lines: [word] });
  });

  it('breaks a word that is wider than the line', () => {
    const { lines } = fit('A'.repeat(100), { ...ROOM, lines: 9 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('A'.repeat(100));
  });

  it('has nothing to set of nothing', () => {
    expect(fit('', ROOM).lines).toEqual([]);
  });

  it('leaves out what the font has no sign for, and what is no sign', () => {
    expect(legible('Groen \u{1f333} plein\u0007\n voor\u00a0allen \ud800')).toBe('Groen plein voor allen');
  });
});
