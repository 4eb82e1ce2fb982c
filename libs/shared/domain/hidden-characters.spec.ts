import fc from 'fast-check';
import { hasHiddenCharacters, withoutHiddenCharacters } from './index';

describe('a text that can be seen', () => {
  it.each([
    ['nothing', ''],
    ['Dutch, with its accents', 'Eén idee: ’s ochtends een café op de coöperatieve reünie – € 5.'],
    ['several lines', 'Eerste regel\r\n\tingesprongen\n\nLaatste regel'],
    ['a space that does not break', 'Overtoom\u00a0141'],
    ['accents that are marks of their own', 'cafe\u0301, Vi\u0065\u0323\u0302t Nam'],
    ['Arabic', 'أنا مع هذا الاقتراح، لأنّ الشارع خَطِر.'],
    ['Persian with a non-joiner', 'من این را می\u200cخواهم'],
    ['Hebrew with vowels and accents', 'בְּרֵאשִׁ֖ית'],
    ['Turkish', 'Çocuklarımız için güvenli bir geçit istiyorum, İyi fikir'],
    ['Sinhala with a joiner', 'ශ්\u200dරී ලංකා'],
    ['Hindi with a joiner and a non-joiner', 'क्\u200dष और क्\u200cष'],
    ['Chinese, and a name with a rare form of its sign', '我赞成 葛\u{e0100}飾'],
    ['an emoji', 'Goed idee 👍'],
    ['an emoji with a skin', 'Goed idee 👍🏽'],
    ['a heart in colour', 'Mooi ❤\ufe0f'],
    ['a heart without colour', 'Mooi ❤\ufe0e'],
    ['a key', 'Druk op 1\ufe0f\u20e3 of #\ufe0f\u20e3'],
    ['a flag of a country', '🇳🇱'],
    ['a family in one emoji', '👨\u200d👩\u200d👧\u200d👦'],
    ['a couple with a heart between', '👩\u200d❤\ufe0f\u200d👨'],
    ['a fire fighter with a skin', '👩🏾\u200d🚒'],
    ['a rainbow flag', '🏳\ufe0f\u200d🌈'],
    ['a redhead', '🧑\u200d🦰'],
    ['a sign outside the first plane', '𝒜 en 𠮷'],
    ['four marks on one letter', 'a\u0301\u0302\u0303\u0304'],
    ['base64', 'eyJ0eXAiOiJKV1QifQ.c2lnbmF0dXJl-_+/=='],
  ])('is fine: %s', (_, text) => {
    expect(hasHiddenCharacters(text)).toBe(false);
    expect(withoutHiddenCharacters(text)).toBe(text);
  });
});

describe('what copying and pasting brings', () => {
  it.each([
    ['a zero-width space', 'ver\u200bkeer', 'verkeer'],
    ['a word joiner', 'ver\u2060keer', 'verkeer'],
    ['a byte-order mark', '\ufeffVerkeer', 'Verkeer'],
    ['a soft hyphen', 'ver\u00adkeers\u00addrempel', 'verkeersdrempel'],
    ['a Mongolian vowel separator', 'ver\u180ekeer', 'verkeer'],
    ['a mark to the left', 'Sluisbrug\u200e 12', 'Sluisbrug 12'],
    ['a mark to the right', 'Sluisbrug\u200f 12', 'Sluisbrug 12'],
    ['an Arabic letter mark', 'Sluisbrug\u061c 12', 'Sluisbrug 12'],
    ['a phone number from a chat', '\u202a+31 6 1234 5678\u202c', '+31 6 1234 5678'],
    ['an isolate', '\u2068Kees\u2069 zegt', 'Kees zegt'],
    ['a NUL', 'ver\u0000keer', 'verkeer'],
    ['a bell', 'ver\u0007keer', 'verkeer'],
    ['a delete', 'ver\u007fkeer', 'verkeer'],
    ['a control character of the second set', 'ver\u009bkeer', 'verkeer'],
    ['a line break of a word processor', 'regel\u000bregel', 'regel\nregel'],
    ['a page break', 'regel\u000cregel', 'regel\nregel'],
    ['a next line', 'regel\u0085regel', 'regel\nregel'],
    ['a line separator', 'regel\u2028regel', 'regel\nregel'],
    ['a paragraph separator', 'regel\u2029regel', 'regel\nregel'],
    ['an invisible times', '3\u2062x', '3x'],
    ['a Hangul filler as a name', '\u3164', ''],
    ['a half-width filler', 'Kees\uffa0', 'Kees'],
    ['a blank in braille', 'Kees\u2800', 'Kees'],
    ['a grapheme joiner', 'ver\u034fkeer', 'verkeer'],
    ['an annotation', 'ver\ufff9keer', 'verkeer'],
    ['a joiner between Latin letters', 'ver\u200dkeer', 'verkeer'],
    ['a joiner at the end of an emoji', '👩\u200d', '👩'],
    ['a joiner before an emoji', 'a\u200d👩', 'a👩'],
    ['two joiners in an emoji', '👩\u200d\u200d👧', '👩👧'],
    ['a joiner after a letter in colour', 'a\ufe0f\u200d👧', 'a👧'],
    ['a non-joiner between Latin letters', 'Auf\u200clage', 'Auflage'],
    ['a non-joiner after a Persian word', 'می\u200c ', 'می '],
    ['a colour on a letter', 'a\ufe0f', 'a'],
    ['a colour on a digit that is no key', '1\ufe0f', '1'],
    ['a variation of a letter', 'a\ufe00', 'a'],
    ['a rare form of a Latin letter', 'a\u{e0100}', 'a'],
    ['a joiner that an invisible one holds apart', '👩\u200b\u200d\u200b👧', '👩\u200d👧'],
  ])('is refused, and taken out by the form: %s', (_, text, clean) => {
    expect(hasHiddenCharacters(text)).toBe(true);
    expect(withoutHiddenCharacters(text)).toBe(clean);
    expect(hasHiddenCharacters(clean)).toBe(false);
  });
});

describe('what nobody writes by accident', () => {
  it.each([
    ['a text turned around', 'Ik ben \u202eroov\u202c', 'Ik ben \u202eroov'],
    ['a text held from left to right', '\u202dabc\u202c', '\u202dabc'],
    ['a message in tags', 'Goed plan\u{e0068}\u{e0069}', 'Goed plan\u{e0068}\u{e0069}'],
    [
      'the flag of England, which is written in tags',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      null,
    ],
    ['half a character', 'Goed \ud83d plan', null],
    ['the other half', 'Goed \udc4d plan', null],
    ['halves in the wrong order', '\udc4d\ud83d', null],
    ['no character at all', 'a\ufffe\u{1ffff}', null],
    ['marks that climb over the lines above', `Z${'\u0301\u0310\u0325'.repeat(5)}algo`, null],
    ['five marks on one letter', 'a\u0301\u0302\u0303\u0304\u0305', null],
  ])('is refused, and left to the writer: %s', (_, text, kept) => {
    expect(hasHiddenCharacters(text)).toBe(true);
    expect(withoutHiddenCharacters(text)).toBe(kept ?? text);
    expect(hasHiddenCharacters(withoutHiddenCharacters(text))).toBe(true);
  });
});

describe('taking hidden characters out', () => {
  const anything = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...'\u200b\u200c\u200d\ufe0f\u202e\u0301👩🏽❤1#aمक्'),
      ),
    )
    .map((parts) => parts.join(''));

  it('leaves every text as it is that hides nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (!hasHiddenCharacters(text)) expect(withoutHiddenCharacters(text)).toBe(text);
      }),
    );
  });

  it('is done after once', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = withoutHiddenCharacters(text);
        expect(withoutHiddenCharacters(clean)).toBe(clean);
      }),
    );
  });

  it('leaves nothing hidden but what was put there on purpose', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = withoutHiddenCharacters(text);
        const isOnPurpose =
          /[\u202d\u202e\u{e0000}-\u{e007f}]|\p{Cs}|\p{Noncharacter_Code_Point}|\p{M}{5,}/u.test(clean);
        expect(hasHiddenCharacters(clean)).toBe(isOnPurpose);
      }),
    );
  });
});
