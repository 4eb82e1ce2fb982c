import { allowanceWords } from './rules-page';

describe('a limit in words', () => {
  it.each([
    [{ hits: 1, seconds: 60 }, '1 keer per minuut'],
    [{ hits: 5, seconds: 300 }, '5 keer per 5_minuten'],
    [{ hits: 2, seconds: 30 }, '2 keer per 30 seconden'],
  ])('says %j', (allowance, words) => {
    expect(allowanceWords(allowance).replace(/\u00a0/g, '_')).toBe(words);
  });
});
