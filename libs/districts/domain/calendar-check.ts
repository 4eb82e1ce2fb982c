import { countDaysOf, isInRecess, readLocal, type CountDateRule, type Recess } from './count-dates';

type Given = Readonly<Record<string, unknown>>;

const EXAMPLES: Readonly<Record<CountDateRule['kind'], string>> = {
  'nth-weekday':
    '{ "kind": "nth-weekday", "nth": 2, "weekday": 2, "time": "16:00", "timeZone": "Europe/Amsterdam" }',
  'last-weekday-of-month':
    '{ "kind": "last-weekday-of-month", "time": "12:00", "timeZone": "Europe/Amsterdam" }',
  list: '{ "kind": "list", "dates": ["2027-01-12 16:00", "2027-02-09 16:00"], "timeZone": "Europe/Amsterdam" }',
};

/** The fields of each kind, beside `kind` and `timeZone`. */
const FIELDS: Readonly<Record<CountDateRule['kind'], readonly string[]>> = {
  'nth-weekday': ['nth', 'weekday', 'time'],
  'last-weekday-of-month': ['time'],
  list: ['dates'],
};

const MOST_DATES = 240;

/** What is wrong with a count rule as an operator wrote it, and how to mend it; empty where nothing is. */
export function countRuleMistakes(value: unknown): string[] {
  const rule = isObject(value) ? value : {};
  const kind = rule['kind'];
  if (!isKind(kind)) return [`must have a "kind": ${Object.values(EXAMPLES).join(' or ')}`];
  const unknown = Object.keys(rule).filter((key) => ![...FIELDS[kind], 'kind', 'timeZone'].includes(key));
  const mistakes = [
    ...unknown.map((key) => `"${key}" is no part of it`),
    ...(isTimeZone(rule['timeZone']) ? [] : ['"timeZone" must be a zone such as "Europe/Amsterdam"']),
    ...(FIELDS[kind].includes('time') && !isTime(rule['time'])
      ? ['"time" must be a time of the clock such as "16:00"']
      : []),
    ...(kind === 'nth-weekday' ? nthMistakes(rule) : []),
    ...(kind === 'list' ? listMistakes(rule['dates']) : []),
  ];
  return mistakes.length === 0 ? [] : [...mistakes, `it is written like ${EXAMPLES[kind]}`];
}

/** What is wrong with the recesses, and how to mend it. */
export function recessMistakes(value: unknown): string[] {
  const example = 'it is written like [{ "from": "07-15", "until": "08-31" }], month and day';
  if (!Array.isArray(value)) return ['must be a list', example];
  const mistakes = value.flatMap((one: unknown) => {
    const { from, until, ...rest } = isObject(one) ? one : {};
    const [other] = Object.keys(rest);
    return [
      ...(isMonthAndDay(from) ? [] : [`"from" must be a day of the year, not ${shown(from)}`]),
      ...(isMonthAndDay(until) ? [] : [`"until" must be a day of the year, not ${shown(until)}`]),
      ...(other === undefined ? [] : [`"${other}" is no part of it`]),
    ];
  });
  return mistakes.length === 0 ? [] : [...mistakes, example];
}

/** What is wrong with both together: a listed date in a recess, or a recess that leaves no count. */
export function calendarMistake(rule: CountDateRule, recess: readonly Recess[]): string | null {
  if (rule.kind === 'list') {
    const within = rule.dates.filter((date) => {
      const local = readLocal(date);
      return local !== null && isInRecess(local, recess);
    });
    return within.length === 0
      ? null
      : `covers ${within.map((date) => `"${date}"`).join(', ')} of "countRule.dates": leave out the one or the other`;
  }
  // A day of the year has another weekday each year; in eleven years it has them all.
  for (let month = 0; month < 11 * 12; month += 1) {
    const days = countDaysOf(rule, 2024 + Math.floor(month / 12), 1 + (month % 12));
    if (days.some((day) => !isInRecess(day, recess))) return null;
  }
  return 'leaves no count date in the whole year: make it shorter';
}

function nthMistakes(rule: Given): string[] {
  return [
    ...(isWhole(rule['nth'], 1, 5)
      ? []
      : ['"nth" must be a whole number from 1 to 5, where 5 means the last']),
    ...(isWhole(rule['weekday'], 1, 7)
      ? []
      : ['"weekday" must be a whole number from 1 (Monday) to 7 (Sunday)']),
  ];
}

function listMistakes(dates: unknown): string[] {
  if (!Array.isArray(dates) || dates.length === 0 || dates.length > MOST_DATES)
    return [`"dates" must be a list of 1 to ${MOST_DATES} dates`];
  const wrong = dates.filter((date: unknown) => typeof date !== 'string' || readLocal(date) === null);
  if (wrong.length > 0)
    return wrong.map((date: unknown) => `${shown(date)} is no day and time of the calendar`);
  const unordered = dates.find((date: string, index) => index > 0 && date <= String(dates[index - 1]));
  return unordered === undefined
    ? []
    : [`${shown(unordered)} must be later than the date before it: earliest first, each once`];
}

function isKind(kind: unknown): kind is CountDateRule['kind'] {
  return typeof kind === 'string' && Object.hasOwn(EXAMPLES, kind);
}

function isTime(time: unknown): boolean {
  return typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function isTimeZone(timeZone: unknown): boolean {
  if (typeof timeZone !== 'string' || !/^[A-Z]\w+(\/[\w+-]+)+$/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isMonthAndDay(text: unknown): boolean {
  // A leap year, so that 29 February is a day.
  return typeof text === 'string' && readLocal(`2024-${text} 00:00`) !== null;
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
