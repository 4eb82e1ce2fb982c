// node tools/bench/list.ts: how long the list of 100,000 proposals takes, with 400,000 votes on them: every order, its first
// page and a page far down, every filter, searches with many hits, few and none. Prints the median and the 95th percentile as
// a client on the same machine sees them; every median has to stay under 50 ms.
//
// By hand, since a test that measures time fails on a busy machine. Starts an API and a database of its own. The
// last thousand votes are not taken into the summary of the standings yet, as in a busy second.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { inventProposals, type InventedProposal } from './dutch-proposals.ts';
import { benchRules } from './rules.ts';
import { origin, withApi } from './serve.ts';

const PROPOSALS = 100_000;
const RESIDENTS = 5_000;
const DISTRICT = 1000;
const NEIGHBOURHOODS = 12;
const AT_ONCE = 2_000;
const ROUNDS = 15;
/** As far down as the cursors are followed for "a page far down". */
const PAGES_DOWN = 40;

const RULES = benchRules(1);

/** Three quarters are open; few have won. A resident in five has proven nothing, so that their votes do not count. */
const FILL = [
  `insert into district (id, slug, name, municipality, last_proposal_number, created_at)
   values (${DISTRICT}, 'bench', 'Bench', 'Voorbeeldstad', ${PROPOSALS}, now())`,
  `insert into rulebook (district_id, version, settings, effective_from)
   values (${DISTRICT}, 1, '${JSON.stringify(RULES)}', now() - interval '1 day')`,
  `insert into neighbourhood (district_id, slug, name)
   select ${DISTRICT}, 'buurt-' || n, 'Buurt ' || n from generate_series(0, ${NEIGHBOURHOODS}) n`,
  `insert into proposal_theme (district_id, slug, name)
   select ${DISTRICT}, 'thema-' || n, 'Thema ' || n from generate_series(1, 8) n`,
  `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
   select gen_random_uuid(), n || '@bench.example', n || '@bench.example', 'Bewoner', now(), now()
   from generate_series(1, ${RESIDENTS}) n`,
  `create temporary table person as select row_number() over () - 1 as n, id from account where email like '%@bench.example'`,
  'create index on person (n)',
  `insert into identity_proof (district_id, account_id, level, method, proven_at)
   select ${DISTRICT}, id, 1, 'letter', now() from person where n % 5 <> 0`,
];

const PUBLISH = `
  insert into proposal (district_id, id, number, kind, title, summary, body, neighbourhood_slug, theme_slug, submitter_id,
    submitter_name, state, published_at, created_at, updated_at)
  select ${DISTRICT}, gen_random_uuid(), p.number, case p.number % 10 when 0 then 'idea' when 1 then 'statement' else 'plan' end,
    p.title, p.summary, p.body,
    -- The last one is a small place with a hundred plans.
    'buurt-' || case when p.number % 1000 = 7 then ${NEIGHBOURHOODS} else abs(hashint4(p.number)) % ${NEIGHBOURHOODS} end,
    'thema-' || 1 + abs(hashint4(-p.number)) % 8,
    (select id from person where n = 0), 'Bewoner',
    case when p.number % 2000 = 3 then 'won' when p.number % 4 = 0 then 'closed' else 'open' end,
    now() - p.number * interval '1 minute', now(), now()
  from jsonb_to_recordset($1::jsonb) p(number integer, title text, summary text, body text)`;

/** Two votes for most, hundreds for some, as it goes. */
const VOTE = `
  insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
  select ${DISTRICT}, p.id, r.id, case when (p.number + r.n) % 6 = 0 then 'against' else 'for' end, now(), now()
  from proposal p
  cross join lateral generate_series(1, case when p.number % 100 = 5 then 100 + p.number % 97 else 1 + p.number % 5 end) nth
  join person r on r.n = (p.number * 7 + nth) % ${RESIDENTS}
  where p.district_id = ${DISTRICT} and p.number between $1 and $2`;

async function fillInto(db: Client): Promise<void> {
  for (const statement of FILL) await db.query(statement);
  let number = 0;
  let batch: (InventedProposal & { number: number })[] = [];
  const publish = async (): Promise<void> => {
    await db.query(PUBLISH, [JSON.stringify(batch)]);
    batch = [];
  };
  for (const proposal of inventProposals(PROPOSALS, [])) {
    batch.push({ number: ++number, ...proposal });
    if (batch.length === AT_ONCE) await publish();
  }
  await publish();
  // In production autovacuum does this; a bench does not wait for it.
  await db.query('vacuum analyze');
  for (let from = 1; from < PROPOSALS; from += 10_000) await db.query(VOTE, [from, from + 9_999]);
  await untilTakenIn(db);
  // Whoever holds the lock of those who take changes in lets them wait, as they do in a busy second.
  await db.query('select pg_advisory_lock(7410001)');
  await db.query(
    `update vote set choice = 'for' where ctid in (select ctid from vote where choice = 'against' limit 1000)`,
  );
  await db.query('vacuum analyze');
}

/** The process that takes changes in does a part of them every second. */
async function untilTakenIn(db: Client): Promise<void> {
  for (;;) {
    const { rows } = await db.query('select from standing_change limit 1');
    if (rows.length === 0) return;
    await wait(500);
  }
}

interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly hasMoreThanTotal: boolean;
  readonly next: string | null;
}

async function read(query: string): Promise<Page> {
  const response = await fetch(`${origin}/api/v1/districts/bench/proposals?limit=20&${query}`);
  if (!response.ok) throw new Error(`${query} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Page;
}

async function farDown(query: string): Promise<string> {
  let after = '';
  for (let page = 0; page < PAGES_DOWN; page++) {
    const { next } = await read(`${query}${after}`);
    if (next === null) throw new Error(`There is no page ${page + 2} of ${query}`);
    after = `&after=${next}`;
  }
  return `${query}${after}`;
}

/** Prints its times, and answers the median. */
async function measure(name: string, query: string): Promise<number> {
  const first = await read(query);
  for (let round = 0; round < 2; round++) await read(query);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await read(query);
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? 0;
  const found = `${first.hasMoreThanTotal ? 'more than ' : ''}${first.total} found`;
  console.log(
    `${name.padEnd(34)} ${at(0.5).toFixed(1).padStart(7)} ${at(0.95).toFixed(1).padStart(7)}  ${found}`,
  );
  return at(0.5);
}

async function measureAll(): Promise<void> {
  const medians: number[] = [];
  const take = async (name: string, query: string): Promise<void> => {
    medians.push(await measure(name, query));
  };
  console.log(`${'milliseconds'.padEnd(34)}  median    95 %`);
  for (const sort of ['votes', 'newest', 'random']) {
    const order = `sort=${sort}`;
    await take(`${sort}`, order);
    await take(`${sort}, page ${PAGES_DOWN + 1}`, await farDown(order));
    await take(`${sort}, all states`, `${order}&state=all`);
    await take(`${sort}, few have won`, `${order}&state=won`);
    await take(`${sort}, ideas`, `${order}&kind=idea`);
    await take(`${sort}, a neighbourhood`, `${order}&neighbourhood=buurt-3`);
    await take(`${sort}, a small neighbourhood`, `${order}&neighbourhood=buurt-${NEIGHBOURHOODS}`);
    await take(`${sort}, a theme`, `${order}&theme=thema-2`);
    await take(`${sort}, ideas in a neighbourhood`, `${order}&kind=idea&neighbourhood=buurt-3`);
    await take(`${sort}, search with many hits`, `${order}&state=all&q=straat`);
    await take(`${sort}, search for two words`, `${order}&q=veilig+oversteken`);
    await take(`${sort}, search for a stop word`, `${order}&q=een`);
    await take(`${sort}, search with no hits`, `${order}&q=zeppelinhangar`);
    await take(`${sort}, search in a neighbourhood`, `${order}&q=bankje&neighbourhood=buurt-3`);
  }
  console.log(`${PROPOSALS} proposals: the slowest median is ${Math.max(...medians).toFixed(1)} ms`);
}

await withApi(
  async (databaseUrl) => {
    const db = new Client({ connectionString: databaseUrl });
    await db.connect();
    try {
      await fillInto(db);
      await measureAll();
    } finally {
      await db.end();
    }
  },
  { ROLES: 'web,count' },
);
