import { countRuleWords, recessWords } from './calendar-words';

const plain = (text: string): string => text.replace(/\u00a0/g, '_');
const timeZone = 'Europe/Amsterdam';

describe('the count rule in words', () => {
  it.each([
    [2, 2, '16:00', 'elke tweede dinsdag van de maand om 16.00_uur'],
    [1, 7, '09:30', 'elke eerste zondag van de maand om 9.30_uur'],
    [4, 5, '20:05', 'elke vierde vrijdag van de maand om 20.05_uur'],
    [5, 1, '12:00', 'elke laatste maandag van de maand om 12.00_uur'],
  ] as const)('says nth %i, weekday %i, %s', (nth, weekday, time, words) => {
    expect(plain(countRuleWords({ kind: 'nth-weekday', nth, weekday, time, timeZone }))).toBe(words);
  });

  it('says the last working day', () => {
    expect(plain(countRuleWords({ kind: 'last-weekday-of-month', time: '12:00', timeZone }))).toBe(
      'elke laatste werkdag van de maand om 12.00_uur',
    );
  });

  it('says that the dates are listed', () => {
    expect(countRuleWords({ kind: 'list', dates: ['2027-01-12 16:00'], timeZone })).toBe(
      'op vaste data, die het stadsdeel vooraf bekendmaakt',
    );
  });
});

describe('a recess in words', () => {
  it.each([
    [[{ from: '07-15', until: '08-31' }], 'van 15_juli tot en met 31_augustus'],
    [
      [
        { from: '12-20', until: '01-05' },
        { from: '05-05', until: '05-05' },
      ],
      'van 20_december tot en met 5_januari en op 5_mei',
    ],
  ])('says %j', (recess, words) => {
    expect(plain(recessWords(recess))).toBe(`In de pauze is er geen telling: ${words}.`);
  });
});
