import fc from 'fast-check';
import {
  mostSimilar,
  searchFor,
  tellingWords,
  wordsOf,
  type AskedWord,
  type SimilarCandidate,
} from './index';

const word = (text: string, frequency = 0): AskedWord => ({
  word: text,
  lexeme: text.toLowerCase(),
  frequency,
});
const words = (text: string, frequency = 0): AskedWord[] => text.split(' ').map((w) => word(w, frequency));

describe('the words of a text', () => {
  it.each([
    ['', []],
    ['ab', []],
    ['1234 5', []],
    ['a 12 b', []],
    ['wc!', []],
    ['Een AED', ['Een', 'AED']],
    ['Fietsenrek, FIETSENREK en fietsenrek', ['Fietsenrek', 'en']],
    ['auto’s/fietsen.Daarna 2026 een e-bike', ['auto’s', 'fietsen', 'Daarna', 'een', 'e-bike']],
    ['Caf\u0065\u0301 Zuid', ['Cafe\u0301', 'Zuid']],
    ['-- ’’ straat- en pleinfeest', ['straat', 'en', 'pleinfeest']],
  ])('%j are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('are at most forty', () => {
    expect(wordsOf(Array.from({ length: 60 }, (_, n) => `woord${n}`).join(' '))).toHaveLength(40);
  });
});

describe('the telling words', () => {
  it('are the rarest six, each lexeme once, in their order where they are as rare', () => {
    const asked = [...words('a b c d e', 0.05), word('f', 0.01), word('g'), word('G', 0.02)];
    expect(tellingWords(asked).map((told) => told.word)).toEqual(['g', 'f', 'a', 'b', 'c', 'd']);
  });

  it('are common ones only where there are fewer than two others', () => {
    const common = words('buurt straat groen', 0.4);
    expect(tellingWords(common).map((told) => told.word)).toEqual(['buurt', 'straat']);
    expect(tellingWords([...common, word('bankjes')]).map((told) => told.word)).toEqual(['bankjes', 'buurt']);
    expect(tellingWords([...common, ...words('bankjes gracht')]).map((told) => told.word)).toEqual([
      'bankjes',
      'gracht',
    ]);
  });
});

describe('the search for similar ones', () => {
  it('takes two of the words, or the only one', () => {
    expect(searchFor(words('een twee drie'), 100_000).groups).toEqual([
      ['een', 'twee'],
      ['een', 'drie'],
      ['twee', 'drie'],
    ]);
    expect(searchFor([word('speeltuin', 0.9)], 100_000)).toEqual({ groups: [['speeltuin']], titleWords: [] });
  });

  it('takes more of them, the more common they are and the more proposals there are', () => {
    const size = (frequency: number, proposals: number): number | undefined =>
      searchFor(words('a b c d e f', frequency), proposals).groups[0]?.length;
    expect([size(0, 1_000_000), size(0.01, 100_000), size(0.05, 100_000)]).toEqual([2, 2, 3]);
    expect([size(0.1, 1_000), size(0.1, 100_000), size(0.9, 100_000)]).toEqual([2, 4, 6]);
  });

  it('looks inside titles for the rarest three that are long and not common', () => {
    const asked = [
      ...words('bank', 0),
      ...words('fietsen drempel zebrapad verkeer', 0.02),
      word('straat', 0.4),
    ];
    expect(searchFor(asked, 100).titleWords).toEqual(['fietsen', 'drempel', 'zebrapad']);
  });

  it('stays bounded: expects at most 500 proposals, or asks for all of the words', () => {
    const asked = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(asked, fc.nat({ max: 10_000_000 }), (frequencies, proposals) => {
        const telling = frequencies.map((frequency, index) => word(`w${index}`, frequency));
        const { groups } = searchFor(telling, proposals);
        const frequencyOf = new Map(telling.map(({ lexeme, frequency }) => [lexeme, frequency]));
        const expected = groups.reduce(
          (sum, group) =>
            sum + group.reduce((share, lexeme) => share * (frequencyOf.get(lexeme) ?? 1), proposals),
          0,
        );
        expect(expected <= 500.001 || groups[0]?.length === telling.length).toBe(true);
        expect(groups.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('what is similar', () => {
  const candidate = (
    name: string,
    lexemes: string[],
    titleWords: string[] = [],
    rank = 0,
  ): SimilarCandidate & { name: string } => ({ name, lexemes, titleWords, rank });
  const similar = (asked: AskedWord[], ...candidates: (SimilarCandidate & { name: string })[]): string[] =>
    mostSimilar(candidates, asked).map(({ name }) => name);

  it('shares two words, where several tell', () => {
    const asked = words('bankjes gracht ouderen');
    expect(
      similar(
        asked,
        candidate('one', ['gracht']),
        candidate('two', ['gracht', 'bankjes']),
        candidate('none', []),
      ),
    ).toEqual(['two']);
  });

  it('shares the one word that there is', () => {
    expect(similar(words('speeltuin'), candidate('it', ['speeltuin']), candidate('other', []))).toEqual([
      'it',
    ]);
  });

  it('has a long and rare word in its title', () => {
    const [common, rare] = [word('wormenhotel', 0.04), word('wormenhotel', 0.03)];
    const others = words('sluis school');
    const inTitle = candidate('title', ['wormenhotel'], ['wormenhotel']);
    const inText = candidate('text', ['wormenhotel']);
    expect(similar([rare, ...others], inTitle, inText)).toEqual(['title']);
    expect(similar([common, ...others], inTitle)).toEqual([]);
    expect(similar([...words('fiets'), ...others], candidate('short', [], ['fiets']))).toEqual([]);
  });

  it('has the rarer of two words in its title, also within a compound', () => {
    const asked = [word('feest', 0.01), word('straat', 0.4)];
    expect(
      similar(asked, candidate('buurtfeest', [], ['feest']), candidate('straat', ['straat'], ['straat'])),
    ).toEqual(['buurtfeest']);
  });

  it('comes first with more words, then with more prominent ones; five are enough', () => {
    const asked = words('een twee drie');
    const few = Array.from({ length: 6 }, (_, n) => candidate(`few ${n}`, ['een', 'twee'], [], n));
    expect(similar(asked, ...few, candidate('all', ['een', 'twee', 'drie']))).toEqual([
      'all',
      'few 5',
      'few 4',
      'few 3',
      'few 2',
    ]);
  });

  it('comes with the shared words as they were written, common ones too', () => {
    const asked: AskedWord[] = [
      { word: 'Bankjes', lexeme: 'bank', frequency: 0 },
      { word: 'grachten', lexeme: 'gracht', frequency: 0 },
      { word: 'fiets', lexeme: 'fiet', frequency: 0 },
      { word: 'Buurt', lexeme: 'buurt', frequency: 0.4 },
      { word: 'nooit', lexeme: 'nooit', frequency: 0 },
    ];
    const [found] = mostSimilar([candidate('it', ['buurt', 'gracht', 'bank'], ['fiets'])], asked);
    expect(found?.words).toEqual(['Bankjes', 'grachten', 'fiets', 'Buurt']);
  });
});
