import { allowanceWords, countRuleWords } from './rules-page';

describe('the count rule in words', () => {
  it.each([
    [2, 2, '16:00', 'elke tweede dinsdag van de maand om 16.00_uur'],
    [1, 7, '09:30', 'elke eerste zondag van de maand om 9.30_uur'],
    [4, 5, '20:05', 'elke vierde vrijdag van de maand om 20.05_uur'],
  ] as const)('says nth %i, weekday %i, %s', (nth, weekday, time, words) => {
    const rule = { kind: 'nth-weekday', nth, weekday, time, timeZone: 'Europe/Amsterdam' } as const;
    expect(countRuleWords(rule).replace(/\u00a0/g, '_')).toBe(words);
  });
});

describe('a limit in words', () => {
  it.each([
    [{ hits: 1, seconds: 60 }, '1 keer per minuut'],
    [{ hits: 5, seconds: 300 }, '5 keer per 5_minuten'],
    [{ hits: 2, seconds: 30 }, '2 keer per 30 seconden'],
  ])('says %j', (allowance, words) => {
    expect(allowanceWords(allowance).replace(/\u00a0/g, '_')).toBe(words);
  });
});
