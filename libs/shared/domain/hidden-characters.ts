/**
 * Joins emoji into one, and separates letters that would join: both have a use, and both hide what stands around them
 * elsewhere.
 */
const JOINER = '\u200d';
const NON_JOINER = '\u200c';

/** Everything that shows nothing by itself, or is no text at all; a tab and the ends of lines are fine. */
const HIDDEN =
  /(?![\t\n\r])\p{Cc}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\p{Cs}|[\u2028\u2029\u2800\ufff9-\ufffb]/u;
/** Of these, what is allowed between the right neighbours. */
const DEPENDS_ON_PLACE = /\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0100}-\u{e01ef}]/u;

const EMOJI = /\p{Extended_Pictographic}/u;
/** What may stand between an emoji and the joiner: its skin, or that it is shown in colour. */
const EMOJI_DETAIL = /[\p{Emoji_Modifier}\ufe0f]/u;
const KEYCAP = /[0-9#*]/;
const ENCLOSING_KEYCAP = '\u20e3';
const IDEOGRAPH = /\p{Unified_Ideograph}/u;
/** Of scripts in which words are written with a non-joiner, such as Persian, or a joiner, such as Sinhala. */
const JOINING_LETTER =
  /(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mong}]/u;
const VIRAMA = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]/;

/** Marks on one letter; more of them climb over the lines above. No language writes more than four. */
const STACKED_MARKS = /\p{M}{5,}/u;

/**
 * Taking these away changes what can be read, or what the writer meant, so that is left to the writer: overrides of the
 * direction, tags, and halves of characters.
 */
const HARMFUL = /[\u202d\u202e\u{e0000}-\u{e007f}]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

/**
 * Whether a text holds something that nobody sees, or that turns the direction of what stands around it: control
 * characters, zero-width and invisible ones, marks that turn the direction, halves of characters, and piles of marks on
 * one letter. Joiners are fine where a language or an emoji needs them.
 */
export function hasHiddenCharacters(text: string): boolean {
  if (STACKED_MARKS.test(text)) return true;
  // Nearly every text ends here; only a joiner needs a look at its neighbours.
  return HIDDEN.test(text) && characters(text).some(isHidden);
}

/**
 * The same text without the invisible characters that come along when somebody copies and pastes. What then still is
 * hidden was put there on purpose, or is broken: `hasHiddenCharacters` says so.
 */
export function withoutHiddenCharacters(text: string): string {
  const lines = text.replace(/[\v\f\u0085\u2028\u2029]/g, '\n');
  const kept = characters(lines).filter(
    ({ self }) => !HIDDEN.test(self) || DEPENDS_ON_PLACE.test(self) || HARMFUL.test(self),
  );
  return characters(kept.map(({ self }) => self).join(''))
    .filter((character) => !isHidden(character) || HARMFUL.test(character.self))
    .map(({ self }) => self)
    .join('');
}

/** A character between its neighbours; '' where there is none. */
interface Character {
  readonly beforeThat: string;
  readonly before: string;
  readonly self: string;
  readonly after: string;
}

function characters(text: string): Character[] {
  const all = [...text];
  return all.map((self, index) => ({
    beforeThat: all[index - 2] ?? '',
    before: all[index - 1] ?? '',
    self,
    after: all[index + 1] ?? '',
  }));
}

function isHidden(character: Character): boolean {
  return HIDDEN.test(character.self) && !(DEPENDS_ON_PLACE.test(character.self) && hasItsPlace(character));
}

function hasItsPlace({ beforeThat, before, self, after }: Character): boolean {
  switch (self) {
    case JOINER:
      if (VIRAMA.test(before)) return true;
      return EMOJI.test(EMOJI_DETAIL.test(before) ? beforeThat : before) && EMOJI.test(after);
    case NON_JOINER:
      return JOINING_LETTER.test(before) && JOINING_LETTER.test(after);
    case '\ufe0e':
    case '\ufe0f':
      return EMOJI.test(before) || (KEYCAP.test(before) && after === ENCLOSING_KEYCAP);
    default:
      return IDEOGRAPH.test(before);
  }
}
