import type { NewDistrict } from '@buurtstem/districts-api';
import { readRulebook, type RulebookSettings } from '@buurtstem/districts-domain';
import { BadInput } from './bad-input';

const FIELDS = ['slug', 'name', 'municipality', 'theme', 'neighbourhoods', 'proposalThemes', 'rules'];
/** What the site has at the place of a district's name. */
const TAKEN = ['api', 'dev', 'embed', 'en', 'health', 'inloggen', 'media', 'p'];
const SLUG = /^[a-z0-9-]{1,40}$/;

/** A district as its file describes it (JSON); every mistake is named. */
export function readDistrictFile(source: string, text: string): NewDistrict {
  const given = readJson(source, text);
  const mistakes = Object.keys(given)
    .filter((key) => !FIELDS.includes(key))
    .map((key) => `"${key}" is not known; the fields are ${FIELDS.join(', ')}`);
  const read = (key: string): string => {
    const value = given[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    mistakes.push(`"${key}" is missing`);
    return '';
  };
  const slug = read('slug');
  if (slug !== '' && !SLUG.test(slug))
    mistakes.push('"slug" may hold small letters, digits and hyphens only');
  if (TAKEN.includes(slug)) mistakes.push(`"slug" may not be ${TAKEN.join(', ')}`);
  const [name, municipality] = [read('name'), read('municipality')];
  const theme = given['theme'] === undefined ? 'west' : read('theme');
  const neighbourhoods = readNamed(
    given,
    'neighbourhoods',
    { slug: 'molenwijk', name: 'Molenwijk' },
    mistakes,
  );
  const proposalThemes =
    given['proposalThemes'] === undefined
      ? []
      : readNamed(given, 'proposalThemes', { slug: 'verkeer', name: 'Verkeer en straat' }, mistakes);
  const rules = given['rules'] === undefined ? null : readRulebook(given['rules']);
  if (rules?.ok === false)
    mistakes.push(...rules.mistakes.map(({ field, message }) => `"rules.${field}" ${message}`));
  if (mistakes.length > 0) throw new BadInput(source, mistakes);
  const district = { slug, name, municipality, theme, neighbourhoods, proposalThemes };
  return rules?.ok ? { ...district, rules: rules.settings } : district;
}

/** The rules of a district as their file states them (JSON); every mistake is named. */
export function readRulesFile(source: string, text: string): RulebookSettings {
  const read = readRulebook(readJson(source, text));
  if (!read.ok)
    throw new BadInput(
      source,
      read.mistakes.map(({ field, message }) => `"${field}" ${message}`),
    );
  return read.settings;
}

/** A list of things with a short name for addresses and a name for people. */
function readNamed(
  file: Readonly<Record<string, unknown>>,
  field: string,
  example: { readonly slug: string; readonly name: string },
  mistakes: string[],
): NewDistrict['neighbourhoods'] {
  const given = file[field];
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const read = list.flatMap((one) => {
    const { slug, name } = (one ?? {}) as Record<string, unknown>;
    return typeof slug === 'string' && SLUG.test(slug) && typeof name === 'string' && name.trim() !== ''
      ? [{ slug, name: name.trim() }]
      : [];
  });
  if (read.length === 0 || read.length < list.length)
    mistakes.push(`"${field}" must be a list of { "slug": "${example.slug}", "name": "${example.name}" }`);
  if (new Set(read.map(({ slug }) => slug)).size < read.length)
    mistakes.push(`"${field}" holds a slug twice`);
  return read;
}

export function readJson(source: string, text: string): Readonly<Record<string, unknown>> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new BadInput(source, [`is not JSON (${(error as Error).message})`]);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new BadInput(source, ['must hold one JSON object']);
  return given as Record<string, unknown>;
}
