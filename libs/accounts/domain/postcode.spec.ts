import fc from 'fast-check';
import { homeOf, parseHouseNumber, parsePostcode } from './postcode';

describe('a postcode', () => {
  it.each([['1055AB'], ['1055 ab'], ['1055\u00a0aB'], ['  1055ab '], ['1055  AB']])(
    'is one in every spelling: %j',
    (text) => {
      expect(parsePostcode(text)).toEqual({ ok: true, value: '1055AB' });
    },
  );

  it.each([
    ['0123AB'],
    ['1055'],
    ['1055A'],
    ['1055ABC'],
    ['AB1055'],
    ['10 55AB'],
    ['1055A B'],
    ['１０５５AB'],
    [''],
  ])('is not %j', (text) => {
    expect(parsePostcode(text)).toEqual({ ok: false, refusal: 'postcode-not-valid' });
  });

  it.each([['1055SA'], ['1055sd'], ['1055 SS']])('never ends as %j does', (text) => {
    expect(parsePostcode(text).ok).toBe(false);
  });

  it('is read the same when it is written as it was read', () => {
    const digits = fc.integer({ min: 1000, max: 9999 });
    const letters = fc.stringMatching(/^[A-Za-z]{2}$/);
    fc.assert(
      fc.property(digits, letters, (d, l) => {
        const once = parsePostcode(`${d} ${l}`);
        if (once.ok) expect(parsePostcode(once.value)).toEqual(once);
      }),
    );
  });
});

describe('a house number', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['007', 7],
    ['99999', 99_999],
  ])('%j is %i', (text, number) => {
    expect(parseHouseNumber(text)).toBe(number);
  });

  it.each([['0'], ['-1'], ['100000'], ['12A'], ['1.5'], ['1e3'], ['']])('is not %j', (text) => {
    expect(parseHouseNumber(text)).toBeNull();
  });
});

it('a home has one form', () => {
  expect(homeOf('1055AB', 12)).toBe('1055AB 12');
});
