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
