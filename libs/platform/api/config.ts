import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { readLoad, type LoadSettings } from './load/load-settings';
import { readS3, type S3Settings } from './media/s3-settings';
import { readOidc, type OidcSettings } from './oidc-settings';

export const MODES = ['production', 'demo', 'test'] as const;
export type Mode = (typeof MODES)[number];

/** The parts that one process may run; by default all of them. */
export const PROCESS_ROLES = ['web', 'count', 'mail'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** Where the pictures come from that a map is laid together of, and whom they are by. */
export interface MapTiles {
  /** With {z}, {x} and {y} in its path. */
  readonly url: string;
  readonly attribution: string;
}

/** The settings of one process, read once from the environment; injected by this class. */
export class Config {
  readonly mode: Mode;
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Not behind a pooler that hands a connection from one transaction to the next and forgets what was prepared on it. */
  readonly preparesStatements: boolean;
  /** Address to listen on; null means every interface. */
  readonly host: string | null;
  readonly port: number;
  /** Scheme, host and port as residents see them, without a trailing slash. */
  readonly publicUrl: string;
  /** How many proxies of our own stand before this process; only then is what they say of the client believed. */
  readonly trustedProxies: number;
  /** Null in demo and test: mail then lands in the mailbox page. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** How many mails of the outbox all processes on this database send per minute, together. */
  readonly mailPerMinute: number;
  readonly sessionSecret: string;
  readonly mediaDir: string;
  /** Null where files are kept in `mediaDir`. */
  readonly mediaBucket: S3Settings | null;
  /** The identity provider of the municipality; null where there is none. */
  readonly oidc: OidcSettings | null;
  /** The server of the map's background; null where only the shapes are drawn. */
  readonly mapTiles: MapTiles | null;
  readonly processRoles: readonly ProcessRole[];
  /** Whether what visitors read from the API is kept for a moment. */
  readonly keepsAnswers: boolean;
  /** How much it takes on, and how long anybody waits. */
  readonly load: LoadSettings;
  /** Answers everything with a page that says so, and opens nothing, not even the database. */
  readonly isInMaintenance: boolean;
  /** Mailbox page, movable clock: the seams that must not exist in production. */
  readonly hasDevTools: boolean;

  constructor(settings: Settings) {
    Object.assign(this, settings);
    this.hasDevTools = settings.mode !== 'production';
  }
}
type Settings = Omit<Config, 'hasDevTools'>;

type Environment = Readonly<Record<string, string | undefined>>;
type ConfigResult =
  { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly mistakes: string[] };

class Mistake {
  constructor(readonly text: string) {}
}
type Parsed<T> = T | Mistake;

/** Reads the settings, or names every mistake at once, one line each. */
export function readConfig(env: Environment): ConfigResult {
  const mistakes: string[] = [];
  const read = <T>(name: string, parse: (text: string) => Parsed<T>, whenAbsent: () => Parsed<T>): T => {
    const text = env[name]?.trim() ?? '';
    const value = text === '' ? whenAbsent() : parse(text);
    if (value instanceof Mistake) mistakes.push(`${name} ${value.text}`);
    return value as T;
  };
  const mode = read<Mode>('BUURTSTEM_MODE', oneOf(MODES), () => 'production');
  const unlessProduction =
    <T>(otherwise: () => T) =>
    (): Parsed<T> =>
      mode === 'production' ? new Mistake('is missing, and production has no default for it') : otherwise();

  const port = read<number>('PORT', wholeNumber(0, 65_535), () => 3000);
  const settings: Settings = {
    mode,
    port,
    databaseUrl: read<string>(
      'DATABASE_URL',
      url('postgres:', 'postgresql:'),
      () => new Mistake('is missing'),
    ),
    databasePoolSize: read<number>('DATABASE_POOL_SIZE', wholeNumber(2, 200), () => 10),
    preparesStatements: read<boolean>('DATABASE_PREPARED_STATEMENTS', oneOrNought, () => true),
    host: read<string | null>(
      'HOST',
      (text) => text,
      () => null,
    ),
    publicUrl: read<string>(
      'PUBLIC_URL',
      origin,
      unlessProduction(() => `http://localhost:${port}`),
    ),
    trustedProxies: read<number>('TRUST_PROXY', wholeNumber(0, 5), () => 0),
    smtpUrl: read<string | null>(
      'SMTP_URL',
      url('smtp:', 'smtps:'),
      unlessProduction(() => null),
    ),
    mailFrom: read<string>(
      'MAIL_FROM',
      emailAddress,
      unlessProduction(() => 'buurtstem@voorbeeld.example'),
    ),
    mailPerMinute: read<number>('MAIL_PER_MINUTE', wholeNumber(1, 1_000_000), () => 600),
    sessionSecret: read<string>(
      'SESSION_SECRET',
      atLeast(32),
      unlessProduction(() => randomBytes(32).toString('hex')),
    ),
    mediaDir: read<string>(
      'MEDIA_DIR',
      (text) => resolve(text),
      () => resolve('var/media'),
    ),
    mediaBucket: readS3(env, mistakes),
    oidc: readOidc(env, mode, mistakes),
    mapTiles: readMapTiles(read),
    load: readLoad(env, mode, mistakes),
    keepsAnswers: read<boolean>('KEEP_ANSWERS', oneOrNought, () => mode !== 'test'),
    isInMaintenance: read<boolean>('MAINTENANCE', oneOrNought, () => false),
    processRoles: read<readonly ProcessRole[]>('ROLES', listOf(PROCESS_ROLES), () => PROCESS_ROLES),
  };
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, value: new Config(settings) };
}

type Read = <T>(name: string, parse: (text: string) => Parsed<T>, whenAbsent: () => Parsed<T>) => T;

/** Nearly every maker of tiles asks to be named, so one does not go without the other. */
function readMapTiles(read: Read): MapTiles | null {
  const url = read<string | null>('MAP_TILES_URL', tileAddress, () => null);
  const attribution = read<string>(
    'MAP_TILES_ATTRIBUTION',
    (text) => text,
    () => (url === null ? '' : new Mistake('is missing: say whom the tiles of MAP_TILES_URL are by')),
  );
  return url === null ? null : { url, attribution };
}

/** The settings, or one line per mistake on stderr and exit code 1. */
export function configOrExit(env: Environment = process.env): Config {
  const result = readConfig(env);
  if (result.ok) return result.value;
  process.stderr.write(result.mistakes.map((line) => `buurtstem: ${line}\n`).join(''));
  process.exit(1);
}

function oneOf<T extends string>(values: readonly T[]): (text: string) => Parsed<T> {
  return (text) =>
    values.find((value) => value === text) ?? new Mistake(`must be one of ${values.join(', ')}`);
}

function listOf<T extends string>(values: readonly T[]): (text: string) => Parsed<readonly T[]> {
  return (text) => {
    const wanted = text.split(',').map((part) => part.trim());
    const unknown = wanted.filter((part) => !values.some((value) => value === part));
    return unknown.length > 0 ? new Mistake(`must be a list of ${values.join(', ')}`) : (wanted as T[]);
  };
}

function oneOrNought(text: string): Parsed<boolean> {
  return text === '1' || text === '0' ? text === '1' : new Mistake('must be 1 or 0');
}

function wholeNumber(min: number, max: number): (text: string) => Parsed<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : new Mistake(`must be a whole number from ${min} to ${max}`);
  };
}

// The values of these may hold passwords, so no mistake repeats what was given.
function url(...protocols: string[]): (text: string) => Parsed<string> {
  const wanted = `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  return (text) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : new Mistake(wanted);
}

function origin(text: string): Parsed<string> {
  const given = URL.canParse(text) ? new URL(text) : null;
  const isOrigin =
    given !== null && /^https?:$/.test(given.protocol) && text.replace(/\/$/, '') === given.origin;
  return isOrigin
    ? given.origin
    : new Mistake('must be an address like https://buurtstem.example, without a path');
}

function tileAddress(text: string): Parsed<string> {
  const isAddress =
    URL.canParse(text) &&
    /^https?:\/\/[a-z0-9.:-]+\//.test(text) &&
    ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
  return isAddress ? text : new Mistake('must be an address like https://tiles.example/{z}/{x}/{y}.png');
}

function emailAddress(text: string): Parsed<string> {
  return /^[^\s@<>",;]+@[a-z0-9.-]+$/i.test(text) ? text : new Mistake('must be an e-mail address');
}

function atLeast(length: number): (text: string) => Parsed<string> {
  return (text) => (text.length >= length ? text : new Mistake(`must have at least ${length} characters`));
}
