// node tools/bench/outbox.ts: how long the transaction of a count takes longer when it tells 100,000 voters, with the
// rows on disk when it commits. Prints every run and the median; it has to stay under 2 s.
//
// By hand, since a test that measures time fails on a busy machine. Runs the outbox itself, as it stands in its room, on a
// PostgreSQL of its own that flushes to disk like a real one. The first run is not measured.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import ts from 'typescript';
import { unlessTold } from '../children.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../temporary-postgres.ts';

const RECIPIENTS = 100_000;
const RUNS = 5;
const DISTRICT = 1;
const DECORATORS = { experimentalDecorators: true, emitDecoratorMetadata: true };
const root = join(import.meta.dirname, '../..');

interface Queries {
  query(sql: string, parameters?: unknown[]): Promise<unknown[]>;
}
type QueueMessages = (em: Queries, batches: readonly object[], now: Date) => Promise<void>;

/** The rooms' names for each other and what Node does not read of TypeScript, which only a bundler knows else. */
function knowTheRooms(): void {
  const text = readFileSync(join(root, 'tsconfig.base.json'), 'utf8');
  const { compilerOptions } = JSON.parse(text) as { compilerOptions: { paths: Record<string, [string]> } };
  registerHooks({
    load(url, context, next) {
      if (!url.includes('/libs/') || !url.endsWith('.ts')) return next(url, context);
      const compiled = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, ...DECORATORS },
      });
      return { format: 'module', shortCircuit: true, source: compiled.outputText };
    },
    resolve(name, context, next) {
      const room = compilerOptions.paths[name]?.[0];
      if (room) return next(pathToFileURL(join(root, room)).href, context);
      const isInRoom = name.startsWith('.') && context.parentURL?.includes('/libs/');
      if (!isInRoom || name.endsWith('.ts')) return next(name, context);
      try {
        return next(`${name}.ts`, context);
      } catch {
        return next(`${name}/index.ts`, context);
      }
    },
  });
}

async function fill(db: Client): Promise<string> {
  await db.query(
    `insert into district (id, slug, name, municipality, created_at) values (${DISTRICT}, 'bench', 'Bench', 'V', now())`,
  );
  await db.query(
    `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
     select gen_random_uuid(), n || '@voorbeeld.example', n || '@voorbeeld.example', 'Bewoner', now(), now()
     from generate_series(1, $1::integer) n`,
    [RECIPIENTS],
  );
  const { rows } = await db.query<{ id: string }>(
    `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
       published_at, created_at, updated_at)
     select ${DISTRICT}, gen_random_uuid(), 1, 'plan', 'Bankjes langs het water', '', '', id, 'Bewoner', 'open', now(), now(),
       now() from account limit 1 returning id`,
  );
  const proposalId = rows[0]?.id ?? '';
  await db.query(
    `insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
     select ${DISTRICT}, $1, id, 'for', now(), now() from account`,
    [proposalId],
  );
  // A tenth chose something else than the default, as people do.
  await db.query(
    `insert into notification_preference (account_id, topic, delivery, changed_at)
     select id, 'voted-plan', 'immediate', now() from account where email like '%7@voorbeeld.example'`,
  );
  await db.query('vacuum analyze');
  return proposalId;
}

async function run(db: Client, queueMessages: QueueMessages, proposalId: string): Promise<number> {
  const em: Queries = { query: async (sql, parameters) => (await db.query(sql, parameters)).rows };
  const { rows } = await db.query<{ id: string }>('select gen_random_uuid() as id');
  const about = { districtId: DISTRICT, subjectId: rows[0]?.id ?? '' };
  const news = {
    district: { slug: 'bench', name: 'Bench' },
    proposalNumber: 1,
    title: 'Bankjes langs het water',
    roundNumber: 1,
    votesFor: RECIPIENTS,
    meeting: { startsAt: '2026-12-01T18:30:00Z', place: 'Raadzaal' },
  };
  const started = performance.now();
  await db.query('begin');
  await queueMessages(
    em,
    [
      { ...about, kind: 'plan-won', news, recipients: { kind: 'submitters', proposalId } },
      { ...about, kind: 'voted-plan-won', news, recipients: { kind: 'voters', proposalId, choice: 'for' } },
    ],
    new Date(),
  );
  await db.query('commit');
  const milliseconds = performance.now() - started;
  const queued = await db.query('select from outbox_message where subject_id = $1', [about.subjectId]);
  if (queued.rowCount !== RECIPIENTS) throw new Error(`${queued.rowCount} messages were queued.`);
  return milliseconds;
}

knowTheRooms();
const room = (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'libs', path)).href);
const { migrate } = (await room('platform/api/database.ts')) as { migrate: (url: string) => Promise<void> };
const { queueMessages } = (await room('notifications/api/outbox.ts')) as { queueMessages: QueueMessages };
let postgres: Promise<TemporaryPostgres> | undefined;
await unlessTold(
  async () => {
    postgres = startTemporaryPostgres(root, 'bench');
    const { url } = await postgres;
    await migrate(url);
    const db = new Client({ connectionString: url });
    await db.connect();
    try {
      const proposalId = await fill(db);
      await run(db, queueMessages, proposalId);
      const times: number[] = [];
      for (let one = 0; one < RUNS; one++) times.push(await run(db, queueMessages, proposalId));
      const sorted = times.toSorted((one, other) => one - other);
      console.log(
        `${RECIPIENTS} recipients queued: median ${sorted[Math.floor(RUNS / 2)]?.toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(', ')})`,
      );
    } finally {
      await db.end();
    }
  },
  async () => (await postgres)?.stop(),
);
