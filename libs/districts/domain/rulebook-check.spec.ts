import { DEFAULT_RULEBOOK, readRulebook } from './index';

const fieldsOf = (given: unknown) => {
  const read = readRulebook(given);
  return read.ok ? [] : read.mistakes.map(({ field }) => field);
};

describe('the rules that an operator writes', () => {
  it('need only say how residents show who they are; the rest runs by its default', () => {
    expect(readRulebook({ identityLevel: 1 })).toEqual({
      ok: true,
      settings: { ...DEFAULT_RULEBOOK, identityLevel: 1 },
    });
    expect(readRulebook({ ...DEFAULT_RULEBOOK })).toEqual({ ok: true, settings: DEFAULT_RULEBOOK });
  });

  it('must say so: there is no default for who may vote', () => {
    expect(fieldsOf({})).toEqual(['identityLevel']);
  });

  it.each([
    ['no object', [], 'rules'],
    ['nothing', null, 'rules'],
    ['an unknown setting', { identityLevel: 0, treshold: 10 }, 'treshold'],
    ['a level that is none', { identityLevel: 3 }, 'identityLevel'],
    ['a threshold in words', { identityLevel: 0, threshold: '100' }, 'threshold'],
    ['half a chance', { identityLevel: 0, chances: 1.5 }, 'chances'],
    ['a term below zero', { identityLevel: 0, answerTermDays: -1 }, 'answerTermDays'],
    ['nobody per address', { identityLevel: 0, accountsPerEmail: 0 }, 'accountsPerEmail'],
    ['a term that is too short', { identityLevel: 0, inactiveAfterMonths: 1 }, 'inactiveAfterMonths'],
    ['a count rule that is no rule', { identityLevel: 0, countRule: 'monthly' }, 'countRule'],
    [
      'a count at an hour that is none',
      { identityLevel: 0, countRule: { ...DEFAULT_RULEBOOK.countRule, time: '24:00' } },
      'countRule',
    ],
    [
      'a count in no time zone',
      { identityLevel: 0, countRule: { ...DEFAULT_RULEBOOK.countRule, timeZone: 'CET' } },
      'countRule',
    ],
    [
      'a count on no weekday',
      { identityLevel: 0, countRule: { ...DEFAULT_RULEBOOK.countRule, weekday: 8 } },
      'countRule',
    ],
    [
      'a count in the sixth week',
      { identityLevel: 0, countRule: { ...DEFAULT_RULEBOOK.countRule, nth: 6 } },
      'countRule',
    ],
    ['limits that are a number', { identityLevel: 0, voteLimits: 5 }, 'voteLimits'],
    ['limits with one missing', { identityLevel: 0, voteLimits: { votesPerAccount: [] } }, 'voteLimits'],
    [
      'a limit of another kind',
      { identityLevel: 0, voteLimits: { ...DEFAULT_RULEBOOK.voteLimits, perPlanet: [] } },
      'voteLimits',
    ],
    [
      'a limit without time',
      { identityLevel: 0, voteLimits: { ...DEFAULT_RULEBOOK.voteLimits, votesPerAccount: [{ hits: 1 }] } },
      'voteLimits',
    ],
    [
      'a limit that is no list',
      { identityLevel: 0, voteLimits: { ...DEFAULT_RULEBOOK.voteLimits, votesPerAccount: {} } },
      'voteLimits',
    ],
    [
      'a limit that is no pair',
      { identityLevel: 0, voteLimits: { ...DEFAULT_RULEBOOK.voteLimits, votesPerAccount: [3] } },
      'voteLimits',
    ],
  ])('are refused with %s', (_, given, field) => {
    expect(fieldsOf(given)).toEqual([field]);
  });

  it('are refused with every mistake at once', () => {
    expect(fieldsOf({ threshold: -1, chances: 0, colour: 'red' })).toEqual([
      'colour',
      'identityLevel',
      'threshold',
      'chances',
    ]);
  });
});

describe('the calendar that an operator writes', () => {
  const timeZone = 'Europe/Amsterdam';
  const saysOf = (given: object): string => {
    const read = readRulebook({ identityLevel: 0, ...given });
    return read.ok ? '' : read.mistakes.map(({ field, message }) => `${field} ${message}`).join(' | ');
  };

  it.each([
    { kind: 'nth-weekday', nth: 5, weekday: 7, time: '09:30', timeZone },
    { kind: 'last-weekday-of-month', time: '12:00', timeZone },
    { kind: 'list', dates: ['2027-01-12 16:00'], timeZone: 'America/Argentina/Ushuaia' },
  ])('may be %j', (countRule) => {
    expect(saysOf({ countRule })).toBe('');
  });

  it.each([
    ['weekly', { kind: 'weekly' }, 'must have a "kind": { "kind": "nth-weekday"'],
    ['a name that objects have', { kind: 'toString' }, 'must have a "kind"'],
    ['a list of nothing', { kind: 'list', dates: [], timeZone }, '"dates" must be a list of 1 to 240 dates'],
    ['a list that is none', { kind: 'list', dates: '2027', timeZone }, '"dates" must be a list'],
    [
      'a day that is none',
      { kind: 'list', dates: ['2027-02-30 16:00', 7], timeZone },
      '"2027-02-30 16:00" is no day and time of the calendar; 7 is no day and time of the calendar',
    ],
    [
      'dates in disorder',
      { kind: 'list', dates: ['2027-03-01 16:00', '2027-02-01 16:00'], timeZone },
      '"2027-02-01 16:00" must be later than the date before it',
    ],
    [
      'a date twice',
      { kind: 'list', dates: ['2027-03-01 16:00', '2027-03-01 16:00'], timeZone },
      'each once; it is written like { "kind": "list"',
    ],
    [
      'a field of another kind',
      { kind: 'last-weekday-of-month', nth: 2, time: '12:00', timeZone },
      '"nth" is no part of it',
    ],
    [
      'no time',
      { kind: 'last-weekday-of-month', timeZone },
      '"time" must be a time of the clock such as "16:00"; it is written like { "kind": "last-weekday-of-month"',
    ],
    [
      'a zone that nobody knows',
      { kind: 'last-weekday-of-month', time: '12:00', timeZone: 'Europe/Buurtstem' },
      '"timeZone" must be a zone such as "Europe/Amsterdam"',
    ],
    [
      'every mistake at once',
      { kind: 'nth-weekday', nth: 0, weekday: 8, time: '16', timeZone: 'CET' },
      '"timeZone" must be a zone such as "Europe/Amsterdam"; "time" must be a time of the clock such as "16:00"; "nth" must be a whole number from 1 to 5, where 5 means the last; "weekday" must be',
    ],
  ])('may not be %s', (_what, countRule, words) => {
    expect(saysOf({ countRule })).toContain(words);
  });

  it.each([
    ['no list', {}, 'recess must be a list; it is written like [{ "from": "07-15"'],
    [
      'a day that is none',
      [{ from: '02-30', until: '03-01' }],
      '"from" must be a day of the year, not "02-30"',
    ],
    ['no end', [{ from: '07-15' }], '"until" must be a day of the year, not nothing'],
    ['a date with a year', [{ from: '07-15', until: '2027-08-31' }], '"until" must be a day of the year'],
    ['words', ['summer'], '"from" must be a day of the year, not nothing'],
    ['something more', [{ from: '07-15', until: '08-31', why: 'zomer' }], '"why" is no part of it'],
    [
      'all year',
      [{ from: '01-01', until: '12-31' }],
      'leaves no count date in the whole year: make it shorter',
    ],
  ])('may not have a recess of %s', (_what, recess, words) => {
    expect(saysOf({ recess })).toContain(words);
  });

  it('may have a recess over New Year, and one that is a leap day', () => {
    expect(
      saysOf({
        recess: [
          { from: '12-20', until: '01-05' },
          { from: '02-29', until: '02-29' },
        ],
      }),
    ).toBe('');
  });

  it('may not list a date in the recess: somebody would wait for a count that does not come', () => {
    const countRule = { kind: 'list', dates: ['2027-07-20 16:00', '2027-09-01 16:00'], timeZone };
    expect(saysOf({ countRule, recess: [{ from: '07-15', until: '08-31' }] })).toBe(
      'recess covers "2027-07-20 16:00" of "countRule.dates": leave out the one or the other',
    );
    expect(saysOf({ countRule, recess: [{ from: '01-01', until: '01-02' }] })).toBe('');
  });
});
