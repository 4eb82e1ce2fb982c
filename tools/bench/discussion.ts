// node tools/bench/discussion.ts: how long the API takes for a discussion of 10,000 arguments, with their likes, and
// 20,000 replies under one proposal. Prints the median and the 95th percentile of 50 requests each. A proposal's page
// must take the server under 100 ms, so that each of its questions should take well under 60.
//
// By hand, since a test that measures time fails on a busy machine. Starts an API and a database of its own.
import { Client } from 'pg';
import { origin, withApi } from './serve.ts';

const ROUNDS = 50;
const PAGE = 50;
const proposal = `${origin}/api/v1/districts/bench/proposals/1`;

/** A district beside the invented one, which the API brings. Half of the arguments on each side, over sixty days; each tenth one is loved by many. */
const FILL = [
  `insert into district (id, slug, name, municipality, created_at) values (99, 'bench', 'Bench', 'Bench', now())`,
  `insert into rulebook (district_id, version, settings, effective_from)
   values (99, 1, '{"threshold": 100, "chances": 3, "identityLevel": 0, "answerTermDays": 42, "accountsPerEmail": 1,
     "inactiveAfterMonths": 24, "voteLimits": {"newVotersPerNetwork": [], "newVotersPerMailDomain": [],
     "votesPerAccount": []}, "countRule": {"kind": "nth-weekday", "nth": 2, "weekday": 2, "time": "16:00",
     "timeZone": "Europe/Amsterdam"}}', now())`,
  `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
   select gen_random_uuid(), 'a' || n || '@bench.example', 'a' || n || '@bench.example', 'Bewoner ' || n, now(), now()
   from generate_series(1, 2000) n`,
  `create temporary table person as select row_number() over () - 1 as n, id from account
   where email like '%@bench.example'`,
  `create index on person (n)`,
  `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
     published_at, created_at, updated_at, chances_used, version, hidden)
   select 99, gen_random_uuid(), 1, 'plan', 'Een plan waar iedereen over praat', 'Voor en tegen houden elkaar in evenwicht.',
     repeat('Een tekst van gewone lengte. ', 20), id, 'Bewoner', 'open', now() - interval '60 days', now(), now(), 0, 1, false
   from person where n = 0`,
  `insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, likes, likes_before)
   select 99, gen_random_uuid(), p.id, w.id, 'Bewoner ' || w.n, case i % 2 when 0 then 'for' else 'against' end,
     repeat('Mijn kinderen steken hier elke dag over. ', 1 + i % 12), now() - interval '60 days' * i / 10001, 0, 0
   from generate_series(1, 10000) i, proposal p, person w where p.district_id = 99 and w.n = i % 2000`,
  `insert into argument_like (district_id, argument_id, resident_id, liked_at)
   select 99, a.id, w.id, now() from (select * from argument where district_id = 99) a
   cross join lateral generate_series(1, case when hashtext(a.id::text) % 10 = 0 then abs(hashtext(a.id::text)) % 60
     else abs(hashtext(a.id::text)) % 6 end) l
   join person w on w.n = (abs(hashtext(a.id::text)) + l * 7) % 2000 and w.id <> a.author_id
   on conflict do nothing`,
  `update argument a set likes = l.likes from
     (select argument_id, count(*) as likes from argument_like where district_id = 99 group by argument_id) l where l.argument_id = a.id`,
  `update argument a set likes_before = b.likes from
     (select id, coalesce(sum(likes) over (partition by side order by posted_at
        rows between unbounded preceding and 1 preceding), 0) as likes from argument
      where district_id = 99) b where b.id = a.id`,
  `insert into argument (district_id, id, proposal_id, parent_id, author_id, author_name, side, body, posted_at)
   select 99, gen_random_uuid(), a.proposal_id, a.id, w.id, 'Bewoner ' || w.n, a.side, 'Daar ben ik het niet mee eens.',
     a.posted_at + interval '1 minute' * i
   from argument a, generate_series(1, 2) i, person w
   where a.district_id = 99 and w.n = (abs(hashtext(a.id::text)) + i) % 2000`,
  `insert into statement (district_id, id, proposal_id, author_id, author_name, author_role, body, posted_at)
   select 99, gen_random_uuid(), p.id, p.submitter_id, 'Dewi', 'moderator', repeat('Wij lezen mee. ', 10), now()
   from proposal p, generate_series(1, 3) where p.district_id = 99`,
  // In production autovacuum does this; a bench does not wait for it.
  `vacuum analyze`,
];

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

async function read<T>(address: string, cookie = ''): Promise<T> {
  const response = await fetch(address, { headers: { cookie } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Signs in, and answers the cookie. */
async function signIn(email: string): Promise<string> {
  const headers = { origin, 'content-type': 'application/json', cookie: '' };
  const post = (path: string, body: object) =>
    fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const keep = (response: Response) =>
    (headers.cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .join('; '));
  const asked = await post('/sign-in-requests', { email });
  keep(asked);
  const { id } = (await asked.json()) as { id: string };
  const mailbox = await read<{ items: { text: string }[] }>(`${origin}/dev/mail.json`);
  const text = mailbox.items.find((mail) => mail.text.includes(id))?.text ?? '';
  const session = await post('/session', { requestId: id, code: /^\d{6}$/m.exec(text)?.[0] });
  if (!session.ok) throw new Error(`Could not sign in: ${await session.text()}`);
  return keep(session);
}

/** The address of a later page, by the cursors of all before it. */
async function pageAt(address: string, page: number): Promise<string> {
  let after = '';
  for (let number = 1; number < page; number++) {
    const { next } = await read<Page>(`${address}${after}`);
    if (next === null) throw new Error(`There is no page ${number + 1} of ${address}`);
    after = `&after=${next}`;
  }
  return `${address}${after}`;
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
}

async function measure(work: () => Promise<unknown>): Promise<{ 'median ms': string; 'p95 ms': string }> {
  for (let round = 0; round < 5; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return { 'median ms': percentile(times, 0.5), 'p95 ms': percentile(times, 0.95) };
}

async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of FILL) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function measureAll(): Promise<void> {
  const list = `${proposal}/arguments`;
  const [best, newest] = [`${list}?side=for&sort=best`, `${list}?side=for&sort=newest`];
  const cookie = await signIn('a7@bench.example');
  const [first] = (await read<{ items: { id: string }[] }>(best)).items;
  const asked: Record<string, string> = {
    'arguments for, best, page 1': best,
    [`arguments for, best, page ${PAGE}`]: await pageAt(best, PAGE),
    'arguments for, newest, page 1': newest,
    [`arguments for, newest, page ${PAGE}`]: await pageAt(newest, PAGE),
    'arguments of both sides, best': list,
    'replies to one': `${list}/${first?.id ?? ''}/replies`,
    'the proposal': proposal,
    'its standing': `${proposal}/standing`,
    'its statements': `${proposal}/statements`,
  };
  const results: Record<string, object> = {};
  for (const [name, address] of Object.entries(asked)) results[name] = await measure(() => read(address));
  results['arguments for, best, page 1, signed in'] = await measure(() => read(best, cookie));
  const page = [proposal, `${proposal}/statements`, best, `${list}?side=against&sort=best`];
  results['all that the page asks, at once'] = await measure(() =>
    Promise.all(page.map((address) => read(address, cookie))),
  );
  console.table(results);
}

await withApi(async (databaseUrl) => {
  await fill(databaseUrl);
  await measureAll();
});
