import fc from 'fast-check';
import { entersPaperVote, judgePaperVote, normaliseName, PAPER_VERDICTS, type PaperLineFacts } from './index';

const stranger: PaperLineFacts = {
  isInDistrict: true,
  isRepeated: false,
  isKnown: false,
  votedBy: null,
  hasVotingHousemate: false,
};

describe('a line on a sheet of paper', () => {
  it.each([
    ['of somebody nobody knows', stranger, 'new'],
    ['of an account that did not vote', { ...stranger, isKnown: true }, 'new'],
    ['of somebody who voted online', { ...stranger, isKnown: true, votedBy: 'online' }, 'voted-online'],
    ['of somebody who voted on paper', { ...stranger, isKnown: true, votedBy: 'paper' }, 'voted-on-paper'],
    ['that stands there twice', { ...stranger, isRepeated: true }, 'twice-on-sheet'],
    ['from another district', { ...stranger, isInDistrict: false, isRepeated: true }, 'not-in-district'],
    ['of a stranger where somebody voted', { ...stranger, hasVotingHousemate: true }, 'doubtful'],
    ['of a known housemate of a voter', { ...stranger, isKnown: true, hasVotingHousemate: true }, 'new'],
  ] as const)('%s', (_line, facts, verdict) => {
    expect(judgePaperVote(facts)).toBe(verdict);
  });

  it('is entered when it is new, or doubtful and looked at by the clerk; else never', () => {
    expect(PAPER_VERDICTS.filter((verdict) => entersPaperVote(verdict, false))).toEqual(['new']);
    expect(PAPER_VERDICTS.filter((verdict) => entersPaperVote(verdict, true))).toEqual(['new', 'doubtful']);
  });
});

describe('a name', () => {
  it.each([
    ['J.P. de Vriès', 'jp de vries'],
    ['  j. p.   DE VRIES ', 'jp de vries'],
    ['JP de Vries', 'jp de vries'],
    ['Şebnem Özdemir-Yılmaz', 'sebnem ozdemir yilmaz'],
    ['Jørgen Łukaszewski', 'jorgen lukaszewski'],
    ['Ĳsbrand ’t Hart', 'ijsbrand t hart'],
    ['A', 'a'],
    ['J. 5 a', 'j5a'],
    ['…', ''],
  ])('%j is %j', (name, normal) => {
    expect(normaliseName(name)).toBe(normal);
  });

  it('keeps two names apart, and is the same after normalising twice', () => {
    expect(normaliseName('Jan de Vries')).not.toBe(normaliseName('J. de Vries'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
      }),
    );
  });
});
