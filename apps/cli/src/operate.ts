import { readFile } from 'node:fs/promises';
import { AppointAdministrator } from '@buurtstem/accounts-api';
import { DistrictMaps, Districts, FoundDistrict, SetRules } from '@buurtstem/districts-api';
import { RecordBounces, type RecordedReport } from '@buurtstem/notifications-api';
import { readDistrictMap } from '@buurtstem/districts-domain';
import { migrate, PROBLEMS, readConfig, type Config } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { KeepStandings, PlanRounds, RoundEntity } from '@buurtstem/voting-api';
import { DataSource, In } from 'typeorm';
import { inApplication } from './application';
import { BadInput } from './bad-input';
import { readDistrictFile, readJson, readRulesFile } from './district-file';
import { readText } from './read-text';

/** A municipality's own file is finer than anybody sees on a phone, and every visitor of the map would load it. */
const MAP_CHARACTERS = 5_000_000;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Sets up a district from its file; with rules in it, its rounds are planned and the first one is open. */
export async function foundDistrict(path: string, env: Environment = process.env): Promise<string> {
  const wanted = readDistrictFile(path, await readText(path, readFile));
  const config = settingsFrom(env);
  await migrate(config.databaseUrl);
  return inApplication(config, async (app) => {
    const districts = await app.get(Districts).all();
    if (districts.some(({ slug }) => slug === wanted.slug))
      throw new BadInput(path, [`there is a district "${wanted.slug}" already`]);
    const id = await app.get(FoundDistrict).execute(wanted);
    if (!wanted.rules)
      return `District "${wanted.slug}" stands. Nobody can vote in it before it has rules: set-rules.`;
    await app.get(PlanRounds).execute(id);
    return `District "${wanted.slug}" stands, under version 1 of its rules.`;
  });
}

/** Adds a version of a district's rules. A round that is open ends under the one it began with. */
export async function setRules(slug: string, path: string, env: Environment = process.env): Promise<string> {
  const rules = readRulesFile(path, await readText(path, readFile));
  return inApplication(settingsFrom(env), async (app) => {
    const district = (await app.get(Districts).all()).find((one) => one.slug === slug);
    if (!district) throw new BadInput('command line', [`there is no district "${slug}"`]);
    const version = await app.get(SetRules).execute(district.id, rules);
    await app.get(PlanRounds).execute(district.id);
    const { manager } = app.get(DataSource);
    const [open, next] = await manager.find(RoundEntity, {
      where: { districtId: district.id, state: In(['open', 'planned']) },
      order: { number: 'asc' },
      take: 2,
    });
    const inForce = await app.get(Districts).rulebook(district.id);
    if (inForce.version === version)
      return open
        ? `District "${slug}" is under version ${version} of its rules. Round ${open.number} is counted on ${onTheClock(open.closesAt)}.`
        : `District "${slug}" is under version ${version} of its rules. No count is planned: the list of dates has ended.`;
    const ending = open
      ? `Round ${open.number} is open and ends under version ${inForce.version}, on ${onTheClock(open.closesAt)}.`
      : `Version ${inForce.version} is in force.`;
    return next
      ? `${ending} Version ${version} takes effect from round ${next.number}, which is counted on ${onTheClock(next.closesAt)}.`
      : `${ending} Version ${version} takes effect after it; no count is planned then: the list of dates has ended.`;
  });
}

/** Replaces the map of a district by what a GeoJSON file draws: all of it, or with one mistake in it nothing. */
export async function importMap(slug: string, path: string, env: Environment = process.env): Promise<string> {
  const text = await readText(path, readFile);
  if (text.length > MAP_CHARACTERS) throw new BadInput(path, ['is larger than 5 MB; simplify its shapes']);
  const given = readJson(path, text);
  return inApplication(settingsFrom(env), async (app) => {
    const district = (await app.get(Districts).all()).find((one) => one.slug === slug);
    if (!district) throw new BadInput('command line', [`there is no district "${slug}"`]);
    const read = readDistrictMap(given, district, await app.get(Districts).neighbourhoods(district.id));
    if (!read.ok) throw new BadInput(path, read.mistakes);
    await app.get(DistrictMaps).replace(district.id, read.areas);
    return `District "${slug}" has a map of ${read.areas.length} shape${read.areas.length === 1 ? '' : 's'}.`;
  });
}

/** The kept standings are not what the ballots say. */
export class StandingsDiffer extends Error {}

/** Counts the ballots of a district, and holds the standings that are kept against them. */
export async function checkStandings(slug: string, env: Environment = process.env): Promise<string> {
  return inApplication(settingsFrom(env), async (app) => {
    const district = (await app.get(Districts).all()).find((one) => one.slug === slug);
    if (!district) throw new BadInput('command line', [`there is no district "${slug}"`]);
    const differences = await app.get(KeepStandings).differences(district.id);
    if (differences.length === 0) return `The standings of "${slug}" are what its ballots say.`;
    const lines = differences.map(
      ({ proposalNumber, identityLevel, kept, counted }) =>
        `proposal ${proposalNumber}, identity level ${identityLevel}: kept ${kept.join(' for, ')} against; the ballots say ${counted.join(' for, ')} against`,
    );
    throw new StandingsDiffer(lines.join('\n'));
  });
}

/** "2026-12-08 16:00 (Europe/Amsterdam)": as the rules write it, whatever zone the operator's machine is in. */
function onTheClock(instant: Date): string {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${wall.format(instant)} (Europe/Amsterdam)`;
}

/** Invites somebody by mail to be an administrator: the way to a district's first one. */
export async function appoint(slug: string, email: string, env: Environment = process.env): Promise<string> {
  return inApplication(settingsFrom(env), async (app) => {
    try {
      const answer = await app.get(AppointAdministrator).execute(slug, email);
      return answer === 'invited'
        ? `${email} is invited by mail to be an administrator of "${slug}". Signing in with that address shows it.`
        : `${email} has an open invitation for "${slug}" already.`;
    } catch (error) {
      if (error instanceof Refusal && PROBLEMS[error.code].status < 500)
        throw new BadInput('command line', [PROBLEMS[error.code].title]);
      throw error;
    }
  });
}

/** A report holds the head of one mail, or the mail itself; the largest that we send is a tenth of this. */
const REPORT_BYTES = 1_000_000;

/** What a mail program gets to read that hands a report in. */
const RECORDED: Readonly<Record<RecordedReport, string>> = {
  recorded: 'Recorded: the mail did not arrive.',
  'no-failure': 'Nothing recorded: the report tells of no delivery that failed for good.',
  'unknown-mail': 'Nothing recorded: the report is not about a mail that was sent from here to that address.',
  'no-report': 'Nothing recorded: this is not a delivery status notification.',
};

/**
 * Records a delivery status notification. What is none is no mistake of whoever hands it in: a mail server delivers all
 * that comes to the address of the bounces, also advertising.
 */
export async function recordBounces(
  input: AsyncIterable<Buffer | string>,
  env: Environment = process.env,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes > REPORT_BYTES) throw new BadInput('standard input', ['it is too long for a report']);
  }
  const raw = Buffer.concat(chunks).toString('utf8');
  return inApplication(settingsFrom(env), async (app) => RECORDED[await app.get(RecordBounces).execute(raw)]);
}

/** The deployment that the environment names. */
export function settingsFrom(env: Environment): Config {
  const read = readConfig({ ...env, ROLES: 'web' });
  if (!read.ok) throw new BadInput('settings', read.mistakes);
  return read.value;
}
