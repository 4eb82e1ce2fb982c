import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ReadLog } from '@buurtstem/discussion-api';
import { verifyLog, type LogLine, type Sha256 } from '@buurtstem/discussion-domain';
import { Districts } from '@buurtstem/districts-api';
import { inApplication } from './application';
import { BadInput } from './bad-input';
import { settingsFrom, type Environment } from './operate';
import { readText } from './read-text';

/** The log is not what was once written. */
export class BrokenLog extends Error {}

/** Where the lines come from: a district of the deployment, or pages of the public log as they were downloaded. */
export type LogSource = { readonly district: string } | { readonly file: string };

/** A line that somebody noted down earlier. */
export interface KnownHead {
  readonly position: number;
  readonly hash: string;
}

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/**
 * Recomputes the chain of the public moderation log. A line that was altered, taken out or moved shows by itself; a tail
 * that was cut off only against a head that somebody kept.
 */
export async function verifyLogOf(
  source: LogSource,
  known: KnownHead | null,
  env: Environment = process.env,
): Promise<string> {
  const lines =
    'file' in source ? await linesOfFile(source.file) : await linesOfDistrict(source.district, env);
  const verdict = verifyLog(lines, sha256);
  if (!verdict.ok) throw new BrokenLog(`The log is broken at line ${verdict.position}: ${verdict.fault}.`);
  if (known) refuseOtherHead(lines, known);
  return verdict.lines === 0
    ? 'The log holds no lines yet.'
    : `${verdict.lines} lines, all of them as they were written. Head: ${verdict.lines}:${verdict.head}`;
}

/** `12:ab34…` as an earlier run printed it. */
export function readHead(text: string): KnownHead {
  const [, position, hash] = /^([1-9]\d{0,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new BadInput('--head', [`"${text}" is not POSITION:HASH, as this command prints it`]);
  return { position: Number(position), hash };
}

function refuseOtherHead(lines: readonly LogLine[], known: KnownHead): void {
  const line = lines[known.position - 1];
  if (!line)
    throw new BrokenLog(
      `The log is cut off: it holds ${lines.length} lines, and had ${known.position} before.`,
    );
  if (line.hash !== known.hash)
    throw new BrokenLog(`The log is another one: line ${known.position} is not the one that you know.`);
}

function linesOfDistrict(slug: string, env: Environment): Promise<LogLine[]> {
  return inApplication(settingsFrom(env), async (app) => {
    const district = (await app.get(Districts).all()).find((one) => one.slug === slug);
    if (!district) throw new BadInput('command line', [`there is no district "${slug}"`]);
    return app.get(ReadLog).every(district.id);
  });
}

async function linesOfFile(path: string): Promise<LogLine[]> {
  const lines = linesIn(path, await readText(path, readFile));
  // Pages come newest first; the order of the download says nothing, the positions do.
  return [...lines].sort((one, other) => one.position - other.position);
}

/** A list of lines, a page as the API gives it, or a list of such pages. */
function linesIn(source: string, text: string): LogLine[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new BadInput(source, [`is not JSON (${(error as Error).message})`]);
  }
  const parts: unknown[] = Array.isArray(given) ? given : [given];
  const lines = parts.flatMap((part): unknown[] => {
    const items = (part as { items?: unknown } | null)?.items;
    return Array.isArray(items) ? items : [part];
  });
  const mistakes = lines.flatMap((line, index) =>
    isLine(line) ? [] : [`entry ${index + 1} is no line of a log`],
  );
  if (mistakes.length > 0) throw new BadInput(source, mistakes);
  return lines as LogLine[];
}

function isLine(value: unknown): value is LogLine {
  const line = value as Partial<Record<keyof LogLine, unknown>> | null;
  return (
    typeof line === 'object' &&
    line !== null &&
    Number.isInteger(line.position) &&
    (['at', 'act', 'subject', 'explanation', 'previousHash', 'hash'] as const).every(
      (key) => typeof line[key] === 'string',
    )
  );
}
