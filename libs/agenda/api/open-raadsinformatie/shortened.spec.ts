import fc from 'fast-check';
import { ORI_TITLE, shortened } from './shortened';

describe('a text for a field with a limit', () => {
  it.each([
    ['Bankjes langs het pad', 100, 'Bankjes langs het pad'],
    ['Bankjes langs het pad', 21, 'Bankjes langs het pad'],
    ['Bankjes langs het pad', 20, 'Bankjes langs het…'],
    ['Bankjes langs het pad', 18, 'Bankjes langs het…'],
    ['Bankjes langs het pad', 17, 'Bankjes langs…'],
    ['Verkeersbesluit', 10, 'Verkeersb…'],
    ['  ruimte  ', 6, 'ruimte'],
  ])('%s within %i: %s', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  it('fits, whatever is written, and never ends in half a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const short = shortened(text);
        expect([...short].length).toBeLessThanOrEqual(ORI_TITLE);
        expect(Buffer.from(short).toString()).toBe(short);
      }),
    );
  });
});
