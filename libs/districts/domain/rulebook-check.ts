import type { FieldError } from '@buurtstem/shared-domain';
import { calendarMistake, countRuleMistakes, recessMistakes } from './calendar-check';
import { DEFAULT_RULEBOOK, type Allowance, type RulebookSettings, type VoteLimits } from './rulebook';

type Given = Readonly<Record<string, unknown>>;
export type RulebookReading =
  | { readonly ok: true; readonly settings: RulebookSettings }
  | { readonly ok: false; readonly mistakes: readonly FieldError[] };

type Check = (value: unknown) => string | null;

const RULES: Readonly<Record<keyof RulebookSettings, Check>> = {
  threshold: wholeNumber(0, 1_000_000),
  chances: wholeNumber(1, 12),
  countRule: (value) => countRuleMistakes(value).join('; ') || null,
  recess: (value) => recessMistakes(value).join('; ') || null,
  identityLevel: wholeNumber(0, 2),
  answerTermDays: wholeNumber(1, 365),
  accountsPerEmail: wholeNumber(1, 10),
  inactiveAfterMonths: wholeNumber(6, 120),
  voteLimits: (value) => voteLimitsMistake(value),
};

/**
 * Reads the settings of a rulebook as an operator wrote them. How residents show who they are must be said, because it
 * decides who votes; what else is left out runs by its default. Every mistake is named.
 */
export function readRulebook(given: unknown): RulebookReading {
  if (!isObject(given)) return { ok: false, mistakes: [mistake('rules', 'must be an object')] };
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(RULES, key));
  const mistakes = [
    ...unknown.map((key) =>
      mistake(key, `is not a setting; the settings are ${Object.keys(RULES).join(', ')}`),
    ),
    ...('identityLevel' in given ? [] : [mistake('identityLevel', 'must be stated: 0, 1 or 2')]),
    ...Object.entries(RULES).flatMap(([key, check]) => {
      const text = key in given ? check(given[key]) : null;
      return text === null ? [] : [mistake(key, text)];
    }),
  ];
  if (mistakes.length > 0) return { ok: false, mistakes };
  const settings = { ...DEFAULT_RULEBOOK, ...given };
  // Each is in order by itself; together they must leave something to count on.
  const apart = calendarMistake(settings.countRule, settings.recess);
  return apart === null ? { ok: true, settings } : { ok: false, mistakes: [mistake('recess', apart)] };
}

function wholeNumber(min: number, max: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? null
      : `must be a whole number from ${min} to ${max}`;
}

function voteLimitsMistake(value: unknown): string | null {
  const names: readonly (keyof VoteLimits)[] = [
    'newVotersPerNetwork',
    'newVotersPerMailDomain',
    'votesPerAccount',
  ];
  const isGood =
    isObject(value) &&
    Object.keys(value).every((key) => names.some((name) => name === key)) &&
    names.every((name) => isAllowances(value[name]));
  return isGood
    ? null
    : `must have ${names.join(', ')}, each a list of { "hits": 1, "seconds": 60 } with numbers from 1 to 86400`;
}

function isAllowances(value: unknown): value is Allowance[] {
  const isCount = (count: unknown) => wholeNumber(1, 86_400)(count) === null;
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && isCount(one['hits']) && isCount(one['seconds']))
  );
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mistake(field: string, message: string): FieldError {
  return { field, code: 'invalid-input', message };
}
