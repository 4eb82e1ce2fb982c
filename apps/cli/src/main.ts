import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { BadInput } from './bad-input';
import {
  appoint,
  checkStandings,
  foundDistrict,
  importMap,
  recordBounces,
  setRules,
  StandingsDiffer,
} from './operate';
import { replayPb, type PbReplay } from './replay-pb';
import { replayPolis, type PolisReplay } from './replay-polis';
import { BrokenLog, readHead, verifyLogOf } from './verify-log';

const USAGE = `Usage: npm run -s cli -- <command>
  replay-pb FILE [--threshold N] [--json]   replays a participatory-budgeting file (.pb) and counts it
  replay-polis DIR [--json]                 replays a Polis export (votes.csv) and counts it
  found-district FILE                       sets up a district from its file (JSON), with or without rules
  set-rules DISTRICT FILE                   puts a district under the rules of a file (JSON)
  import-map DISTRICT FILE                  replaces the map of a district by the shapes of a file (GeoJSON)
  appoint DISTRICT EMAIL                    invites somebody to be an administrator of a district
  check-standings DISTRICT                  holds the kept standings of a district against its ballots
  record-bounces                            reads a report of a mail server (RFC 3464) from standard input
  verify-log DISTRICT [--head N:HASH]       recomputes the chain of the district's public moderation log
  verify-log --file FILE [--head N:HASH]    the same from pages of the log as they were downloaded (JSON)

The ones that name a DISTRICT, found-district and record-bounces work on the deployment that the settings (DATABASE_URL and so on) name.`;

/** 0: done. 1: a defect or a server that is away. 2: the input or the command cannot be used. */
async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        threshold: { type: 'string' },
        json: { type: 'boolean', default: false },
        file: { type: 'string' },
        head: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [command, path, ...rest] = positionals;
    if (values.help) return print(USAGE);
    if (command === 'verify-log') return print(await verify(path, rest, values));
    const [file, ...more] = rest;
    if (path !== undefined && file !== undefined && more.length === 0) {
      if (command === 'set-rules') return print(await setRules(path, file));
      if (command === 'import-map') return print(await importMap(path, file));
      if (command === 'appoint') return print(await appoint(path, file));
    }
    if (rest.length > 0) throw new BadInput('command line', [`one argument too many: ${rest.join(' ')}`]);
    if (command === 'replay-pb' && path !== undefined) {
      const result = await replayPb(path, thresholdOf(values.threshold));
      return print(values.json ? JSON.stringify(result) : describePb(result));
    }
    if (command === 'record-bounces' && path === undefined) return print(await recordBounces(process.stdin));
    if (command === 'check-standings' && path !== undefined) return print(await checkStandings(path));
    if (command === 'found-district' && path !== undefined) return print(await foundDistrict(path));
    if (command === 'replay-polis' && path !== undefined && values.threshold === undefined) {
      const result = await replayPolis(path);
      return print(values.json ? JSON.stringify(result) : describePolis(result));
    }
    throw new BadInput('command line', [
      `${command === undefined ? 'no command' : `"${args.join(' ')}" is not a command`}; --help lists them`,
    ]);
  } catch (error) {
    if (error instanceof BadInput || isArgumentMistake(error)) return fail(2, error.message);
    if (error instanceof BrokenLog || error instanceof StandingsDiffer) return fail(1, error.message);
    return fail(1, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function verify(
  district: string | undefined,
  more: readonly string[],
  { file, head }: { file?: string | undefined; head?: string | undefined },
): Promise<string> {
  const known = head === undefined ? null : readHead(head);
  if (more.length === 0 && district !== undefined && file === undefined)
    return verifyLogOf({ district }, known);
  if (more.length === 0 && district === undefined && file !== undefined) return verifyLogOf({ file }, known);
  throw new BadInput('command line', ['verify-log takes a district, or --file FILE']);
}

function thresholdOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_RULEBOOK.threshold;
  if (!/^\d{1,9}$/.test(text)) throw new BadInput('--threshold', [`"${text}" is not a whole number`]);
  return Number(text);
}

function isArgumentMistake(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function describePb(r: PbReplay): string {
  const outcome =
    r.winner === null ? 'no winner' : `winner ${r.winner} with ${r.counts[r.winner]} votes (${r.decidedBy})`;
  const agenda = r.agendaItem ? `\nOn the agenda of ${r.agendaItem.meeting}: ${r.agendaItem.title}` : '';
  return `${r.file}: ${r.voters} voters, ${r.proposals} proposals, ${r.votesCounted} votes counted, ${r.repeatedIgnored} repeated ignored; ${outcome}.${agenda}\n${r.seconds} s, ${r.peakMemoryMb} MB`;
}

function describePolis(r: PolisReplay): string {
  return `${r.conversation}: ${r.voters} voters, ${r.events} events, ${r.revotes} re-votes.\n${r.seconds} s`;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
