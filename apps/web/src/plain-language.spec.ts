import english from '../i18n/en.json';
import dutch from '../i18n/nl.json';

/** Words of offices, with what to say instead: from the list of Direct Duidelijk, as far as one could be tempted here. */
const BANNED: Readonly<Record<string, readonly string[]>> = {
  nl: [
    'alsmede',
    'betreffende',
    'conform',
    'derhalve',
    'desbetreffende',
    'dient te',
    'echter',
    'geschieden',
    'helaas',
    'hieromtrent',
    'indien',
    'inzake',
    'kenbaar',
    'middels',
    'nadere',
    'omtrent',
    'reeds',
    'succesvol',
    'te allen tijde',
    'ten aanzien van',
    'ten behoeve van',
    'teneinde',
    'tevens',
    'thans',
    'valideren',
    'verstrekken',
    'voornoemde',
    'wederom',
    'zodoende',
  ],
  en: [
    'aforementioned',
    'commence',
    'pursuant',
    'regarding',
    'successfully',
    'thereof',
    'utilise',
    'unfortunately',
  ],
};

const MEAN_WORDS = 15;
const MOST_WORDS = 25;

/** The sentences of a text: tags gone, a value counted as one word. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/\{\$(START|CLOSE|LINE_BREAK)\w*\}/g, ' ')
    .replace(/\{\$\w+\}/g, 'waarde')
    .split(/[.?!]+(?:\s|$)|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

describe.each([
  ['nl', dutch.translations],
  ['en', english.translations],
] as const)('E14: the words of the site (%s)', (language, texts: Readonly<Record<string, string>>) => {
  const all = Object.values(texts);
  const sentences = all.flatMap(sentencesOf);

  it('are all there', () => {
    expect(all.length).toBeGreaterThan(2000);
    expect(sentences.length).toBeGreaterThan(2000);
  });

  it(`make sentences of at most ${MOST_WORDS} words, and of at most ${MEAN_WORDS} on average`, () => {
    expect(sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS)).toEqual([]);
    // Labels and buttons would hide long sentences: only what is as long as a sentence counts here.
    const lengths = sentences.map(wordsIn).filter((length) => length >= 5);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeLessThanOrEqual(MEAN_WORDS);
  });

  it('are not those of an office', () => {
    const found = (BANNED[language] ?? []).flatMap((word) =>
      all
        .filter((text) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text))
        .map((text) => `${word}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('never shout', () => {
    expect(all.filter((text) => text.includes('!'))).toEqual([]);
  });
});

it('measures what it is shown', () => {
  expect(sentencesOf('{$START_LINK}Stem{$CLOSE_LINK} op {$title}. Dat kan nog!')).toEqual([
    'Stem  op waarde',
    'Dat kan nog',
  ]);
  expect(wordsIn('Stem op 3 plannen, of op meer')).toBe(7);
});
