// node tools/bench/similar.ts [TITLES.csv]: how long it takes to find similar proposals, and to search the list, in a
// district with 100,000 proposals. Prints the median and the 95th percentile over 40 typical texts, as a client on the
// same machine sees them; similar ones have to come in under 200 ms. A CSV with a column "title" makes the titles real.
//
// By hand, since a test that measures time fails on a busy machine. Starts an API and a database of its own; the first
// round of texts is not measured, so that it is the queries that are measured and not the reading of files.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { inventProposals, TYPICAL_TEXTS, type InventedProposal } from './dutch-proposals.ts';
import { benchRules } from './rules.ts';
import { origin, withApi } from './serve.ts';

const PROPOSALS = 100_000;
/** Beside the district of the demo. */
const DISTRICT = 1000;
const AT_ONCE = 2_000;
const RESIDENTS = 1_000;
const VOTES_PER_PROPOSAL = 5;
const ROUNDS = 5;

const RULES = benchRules(0);

function titlesOf(file: string | undefined): string[] {
  if (file === undefined) return [];
  const rows = parse(readFileSync(file), { columns: true }) as { title?: string }[];
  return rows.flatMap(({ title }) => (title ? [title] : []));
}

async function fill(url: string, base: readonly string[]): Promise<void> {
  const db = new Client({ connectionString: url });
  await db.connect();
  await fillInto(db, base).finally(() => db.end());
}

async function fillInto(db: Client, base: readonly string[]): Promise<void> {
  await db.query(
    `insert into district (id, slug, name, municipality, last_proposal_number, created_at)
     values (${DISTRICT}, 'bench', 'Bench', 'Voorbeeldstad', $1, now())`,
    [PROPOSALS],
  );
  await db.query(
    `insert into rulebook (district_id, version, settings, effective_from) values (${DISTRICT}, 1, $1, now() - interval '1 day')`,
    [RULES],
  );
  await db.query(
    `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
     select gen_random_uuid(), n || '@voorbeeld.example', n || '@voorbeeld.example', 'Bewoner', now(), now()
     from generate_series(1, $1::integer) n`,
    [RESIDENTS],
  );
  let number = 0;
  let batch: (InventedProposal & { number: number })[] = [];
  const flush = async (): Promise<void> => {
    await db.query(
      `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at)
       select ${DISTRICT}, gen_random_uuid(), p.number, 'plan', p.title, p.summary, p.body, (select id from account limit 1),
         'Bewoner', case when p.number % 4 = 0 then 'closed' else 'open' end,
         now() - p.number * interval '1 minute', now(), now()
       from jsonb_to_recordset($1::jsonb) p(number integer, title text, summary text, body text)`,
      [JSON.stringify(batch)],
    );
    batch = [];
  };
  for (const proposal of inventProposals(PROPOSALS, base)) {
    batch.push({ number: ++number, ...proposal });
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  await db.query(
    `insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
     select ${DISTRICT}, p.id, a.id, 'for', now(), now()
     from proposal p
     cross join lateral (select id from account offset p.number % $1 limit $2) a
     where p.district_id = ${DISTRICT}`,
    [RESIDENTS - VOTES_PER_PROPOSAL, VOTES_PER_PROPOSAL],
  );
  await db.query('vacuum analyze');
}

async function timed(path: string): Promise<{ milliseconds: number; found: number }> {
  const started = performance.now();
  const response = await fetch(`${origin}/api/v1/districts/bench/${path}`);
  const { items } = (await response.json()) as { items?: unknown[] };
  if (!items) throw new Error(`${path} answered ${response.status}`);
  return { milliseconds: performance.now() - started, found: items.length };
}

/** All texts one after the other, several times over. */
async function measure(name: string, pathOf: (text: string) => string): Promise<string> {
  for (const text of TYPICAL_TEXTS) await timed(pathOf(text));
  const times: number[] = [];
  let empty = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of TYPICAL_TEXTS) {
      const { milliseconds, found } = await timed(pathOf(text));
      times.push(milliseconds);
      if (found === 0) empty++;
    }
  }
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
  return `${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms (n=${times.length}, ${empty} found nothing)`;
}

const base = titlesOf(process.argv[2]);
await withApi(async (databaseUrl) => {
  await fill(databaseUrl, base);
  console.log(
    `${PROPOSALS} proposals, ${base.length > 0 ? 'half of them with real titles' : 'invented titles'}`,
  );
  console.log(await measure('similar', (text) => `similar-proposals?text=${encodeURIComponent(text)}`));
  console.log(
    await measure('list, search', (text) => `proposals?state=all&sort=newest&q=${encodeURIComponent(text)}`),
  );
});
