/** Hints for a moderator, never decisions: what may be wrong with a text, and what in it says so. */
export const SIGNAL_KINDS = [
  'phone-number',
  'email-address',
  'postcode',
  'licence-plate',
  'citizen-service-number',
  'watch-word',
  'repeated-text',
  'many-links',
  'new-account-posting-fast',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface TextSignal {
  readonly kind: SignalKind;
  /** As it stands in the text; the number of links where they are many. */
  readonly match: string;
  /** From its first character up to the one after its last; the whole text where links are many. */
  readonly start: number;
  readonly end: number;
}

/** What may be wrong with a text by itself, in the order in which it stands there. */
export function textSignals(text: string, watchWords: readonly string[]): TextSignal[] {
  const found = [
    ...matches('phone-number', PHONE_NUMBERS, text),
    ...matches('email-address', [EMAIL_ADDRESS], text),
    ...matches('postcode', [POSTCODE], text).filter(({ match }) => isPostcode(match)),
    ...matches('licence-plate', [PLATE], text).filter(({ match }) => isPlate(match)),
    ...matches('citizen-service-number', [CITIZEN_NUMBER], text).filter(({ match }) =>
      isCitizenNumber(match),
    ),
    ...watchWordsIn(text, watchWords),
    ...linksIn(text),
  ];
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Texts with the same words from which on they count as repeated, this one included. */
export const REPEATED_FROM = 2;
/** Characters that a text has at least to be compared: short ones, such as "Helemaal mee eens", are like others. */
export const REPEATED_LENGTH = 20;

/** Whether so many texts with the same words are worth a look. */
export function isRepeated(count: number): boolean {
  return count >= REPEATED_FROM;
}

/** Hours for which an account is new, and posts within an hour that are fast for it. */
export const NEW_ACCOUNT_HOURS = 24;
export const FAST_POSTS = 5;

/** Whether somebody who is new here posts faster than people write. */
export function isPostingFast(author: {
  readonly accountAgeHours: number;
  readonly postsLastHour: number;
}): boolean {
  return author.accountAgeHours < NEW_ACCOUNT_HOURS && author.postsLastHour >= FAST_POSTS;
}

/** Links in one text, or the part of the text that they take, from which on there are many. */
export const MANY_LINKS = 2;
export const MUCH_OF_A_TEXT = 0.2;

/** Not within a word, a longer number, an amount or an address. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_@/+]|\d[.,-])`;
const AFTER = String.raw`(?![\p{L}\p{N}_@]|[.,]\d|[-/]\d)`;

const SEP = '[ ./-]?';
const TRUNK = String.raw`(?:(?:\+|00)31${SEP}(?:\(0\)${SEP})?|\(?0)`;
/** The groups in which people write the digits; a date is grouped in other ways. */
const EIGHT = String.raw`(?:\d{8}|\d{4}[ .-]\d{4}|\d{2}([ .])\d{2}\1\d{2}\1\d{2}|\d{3}[ .-]\d{3}[ .-]\d{2}|\d{3}[ .-]\d{2}[ .-]\d{3}|\d{2} \d{3} \d{3})`;
const SEVEN = String.raw`(?:\d{7}|\d{3}[ .-]\d{4}|\d{3}[ .-]\d{2}[ .-]\d{2}|\d{2}[ .-]\d{2}[ .-]\d{3}|\d[ .-]\d{3}[ .-]\d{3})`;
const SIX = String.raw`(?:\d{6}|\d{3}[ .-]\d{3}|\d{2}[ .]\d{2}[ .]\d{2})`;
const PHONE_NUMBERS = [
  `6${SEP}${EIGHT}`,
  // With a hyphen after the mobile prefix and dashes all through it would look like a date: 06-12-34-56-78 has five groups.
  String.raw`6-\d{2}-\d{2}-\d{2}-\d{2}`,
  String.raw`[1-57-9]\d\)?${SEP}${SEVEN}`,
  String.raw`[1-57-9]\d\d\)?${SEP}${SIX}`,
].map((national) => new RegExp(`${BEFORE}${TRUNK}${national}${AFTER}`, 'gu'));

const AT = String.raw`(?:@|\s?[([]\s?(?:at|apenstaartje)\s?[)\]]\s?)`;
const EMAIL_ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}${AT}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`,
  'giu',
);

const POSTCODE = new RegExp(
  String.raw`${BEFORE}[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})(?![\p{L}\p{N}_])(?:,? (?:nr\.? ?)?[1-9]\d{0,4}(?: ?[a-zA-Z](?![\p{L}]))?(?!\d))?`,
  'gu',
);
/** No Dutch postcode ends in these. */
const NEVER_ISSUED: readonly string[] = ['SA', 'SD', 'SS'];
/** Behind a year or a number, in capitals, these are words or units more often than the end of a postcode. */
const WORDS: readonly string[] = [
  ...[
    'AL',
    'DE',
    'DO',
    'EK',
    'EN',
    'ER',
    'EU',
    'GA',
    'HA',
    'IK',
    'IN',
    'IS',
    'JA',
    'JE',
    'KM',
    'ME',
    'MM',
    'NA',
  ],
  ...['NL', 'NU', 'OF', 'OM', 'OP', 'TE', 'TL', 'TV', 'UW', 'VS', 'WC', 'WE', 'WK', 'WO', 'ZE', 'ZO'],
];

function isPostcode(match: string): boolean {
  const hasBlank = match.charAt(4) === ' ';
  const rest = match.slice(4).trim();
  const letters = rest.slice(0, 2);
  const upper = letters.toUpperCase();
  if (NEVER_ISSUED.includes(upper)) return false;
  if (!WORDS.includes(upper)) return true;
  return hasBlank ? rest.length > 2 : letters === upper;
}

/** The series of the road-traffic agency (RDW), with what they look like: X a letter, 9 a digit. */
const PLATE_SERIES: readonly string[] = [
  ...['XX-99-99', '99-99-XX', '99-XX-99', 'XX-99-XX', 'XX-XX-99', '99-XX-XX', '99-XXX-9', '9-XXX-99'],
  ...['XX-999-X', 'X-999-XX', 'XXX-99-X', 'X-99-XXX', '9-XX-999', '999-XX-9'],
];
/** Without dashes these two look like a product or a postcode. */
const ONLY_WITH_DASHES: readonly string[] = ['XX9999', '9999XX'];
const PLATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])(?:[\dA-Z]{1,3}-[\dA-Z]{1,3}-[\dA-Z]{1,3}|[\da-z]{1,3}-[\da-z]{1,3}-[\da-z]{1,3}|[\dA-Z]{6})(?![\p{L}\p{N}_-])`,
  'gu',
);

/** From the fourth series on there is no vowel, so that no plate is a word; the first three are older. */
function isPlate(match: string): boolean {
  const shape = match.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'X');
  const hasDashes = match.includes('-');
  const series = hasDashes ? PLATE_SERIES : PLATE_SERIES.map((one) => one.replaceAll('-', ''));
  const index = series.indexOf(shape);
  if (index < 0 || ONLY_WITH_DASHES.includes(shape)) return false;
  const isWordless = !/[AEIOUCQ]/i.test(match);
  const isOlder = index < 3 && hasDashes && match === match.toUpperCase();
  return isWordless ? !/(?:^|\d|-)[ckm]m(?:$|\d|-)/.test(match) : isOlder;
}

const CITIZEN_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{Sc}_+@/-]|\p{Sc} |\d[.,])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[ -]\d{3}[ -]\d{3})(?![\p{L}\p{N}_@%]|[.,]\d|-\d| ?(?:euro|\p{Sc}))`,
  'giu',
);

/** Whether a number of eight or nine digits passes the eleven test, and is no date. */
function isCitizenNumber(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  const sum = [...digits.padStart(9, '0')]
    .map(Number)
    .reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && !/^0+$/.test(digits) && !isDate(digits);
}

/** Such as 20261124 or 24112026. */
function isDate(digits: string): boolean {
  return /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/.test(digits);
}

const LINK =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/[^\s<>"]{1,2000}|(?:www\.)?(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:nl|com|org|net|eu|be|de|info|io|amsterdam|shop|online)(?![\p{L}\p{N}@-])(?:[/?][^\s<>"]{0,2000})?)/giu;

function linksIn(text: string): TextSignal[] {
  const links = matches('many-links', [LINK], text);
  const length = links.reduce((total, { start, end }) => total + end - start, 0);
  const isMany = links.length >= MANY_LINKS || (links.length > 0 && length > text.length * MUCH_OF_A_TEXT);
  return isMany ? [{ kind: 'many-links', match: String(links.length), start: 0, end: text.length }] : [];
}

function matches(kind: SignalKind, patterns: readonly RegExp[], text: string): TextSignal[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
      kind,
      match,
      start: index,
      end: index + match.length,
    })),
  );
}

interface Word {
  /** Small letters, without accents. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Whole words, whether written with capitals and accents or not; one of several words needs them all in a row. */
function watchWordsIn(text: string, watchWords: readonly string[]): TextSignal[] {
  const byFirst = new Map<string, string[][]>();
  for (const watched of watchWords) {
    const words = wordsOf(watched).map(({ folded }) => folded);
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  const words = wordsOf(text);
  return words.flatMap((word, index) =>
    (byFirst.get(word.folded) ?? []).flatMap((watched) => {
      const last = words[index + watched.length - 1];
      const isThere = watched.every((folded, offset) => words[index + offset]?.folded === folded);
      if (!last || !isThere) return [];
      const { start } = word;
      return [{ kind: 'watch-word' as const, match: text.slice(start, last.end), start, end: last.end }];
    }),
  );
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    folded: word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
