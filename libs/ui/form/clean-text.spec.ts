import { cleanText } from './clean-text';
import { lengthOf, lengthWords } from './length-rule';

describe('a text as a form sends it', () => {
  it.each([
    ['blanks around it', '  Een bankje \n', 'Een bankje'],
    ['a zero-width space', 'Een\u200B bankje', 'Een bankje'],
    ['a soft hyphen', 'speel\u00ADplaats', 'speelplaats'],
    ['a mark of direction', '\u200Ebankje\u200F', 'bankje'],
    ['a byte-order mark', '\uFEFFbankje', 'bankje'],
    ['a control character', 'bank\u0007je', 'bankje'],
  ])('goes without %s', (_what, text, sent) => {
    expect(cleanText(text)).toBe(sent);
  });

  it('keeps lines, tabs, accents, other scripts and an emoji of more than one character', () => {
    const text = 'Eén\n\tYıldız, 水, مرحبا, 👩‍👧';
    expect(cleanText(text)).toBe(text);
  });

  it('is counted as it is sent', () => {
    expect(lengthOf(' bank\u200Bje ')).toBe(6);
    expect(lengthWords('\u200B'.repeat(30), { min: 10, max: 20 }, 'een tekst')).toBe('Vul een tekst in.');
  });
});
