import type { FieldError } from '@buurtstem/shared-domain';
import type { CountDateRule } from './count-dates';
import { DEFAULT_RULEBOOK, type Allowance, type RulebookSettings, type VoteLimits } from './rulebook';

type Given = Readonly<Record<string, unknown>>;
export type RulebookReading =
  | { readonly ok: true; readonly settings: RulebookSettings }
  | { readonly ok: false; readonly mistakes: readonly FieldError[] };

type Check = (value: unknown) => string | null;

const RULES: Readonly<Record<keyof RulebookSettings, Check>> = {
  threshold: wholeNumber(0, 1_000_000),
  chances: wholeNumber(1, 12),
  countRule: (value) => countRuleMistake(value),
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
  const unknown = Object.keys(given).filter((key) => !(key in RULES));
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
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : { ok: true, settings: { ...DEFAULT_RULEBOOK, ...given } };
}

function wholeNumber(min: number, max: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? null
      : `must be a whole number from ${min} to ${max}`;
}

function countRuleMistake(value: unknown): string | null {
  const rule = isObject(value) ? (value as Partial<CountDateRule>) : {};
  const isGood =
    rule.kind === 'nth-weekday' &&
    wholeNumber(1, 5)(rule.nth) === null &&
    wholeNumber(1, 7)(rule.weekday) === null &&
    /^([01]\d|2[0-3]):[0-5]\d$/.test(String(rule.time)) &&
    /^[A-Z]\w+(\/\w+)+$/.test(String(rule.timeZone));
  return isGood
    ? null
    : 'must be like { "kind": "nth-weekday", "nth": 2, "weekday": 2, "time": "16:00", "timeZone": "Europe/Amsterdam" }';
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
