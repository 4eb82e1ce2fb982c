// The town that the rates are measured in: plans, residents who are signed in, and votes, all by statements over sets.
import type { Client } from 'pg';
import { sessionSigner } from '../../signed-session.ts';
import { inventProposals } from '../dutch-proposals.ts';
import { benchRules } from '../rules.ts';

export interface TownSize {
  readonly proposals: number;
  readonly residents: number;
  /** Cast before anything is measured. */
  readonly votes: number;
}

export const DISTRICT = 1000;
export const SLUG = 'bench';
export const SESSION_SECRET = 'a secret of the bench, of at least 32 characters';
export const HOST = 'bench.example';

const AT_ONCE = 2_000;
/** A proof looks whether others of its statement are of the same resident. */
const PEOPLE_AT_ONCE = 5_000;
const VOTES_AT_ONCE = 250_000;
/** Many more than anybody casts: what is measured is what a limit costs, not what it refuses. */
const PLENTY = [{ hits: 1_000_000, seconds: 60 }];
const RULES = {
  ...benchRules(1),
  // As many counters as the rules have by default.
  voteLimits: {
    newVotersPerNetwork: [...PLENTY, { hits: 1_000_000, seconds: 300 }],
    newVotersPerMailDomain: [{ hits: 1_000_000, seconds: 300 }],
    votesPerAccount: PLENTY,
  },
};

const resident = (n: string): string => `md5('resident ' || ${n})::uuid`;
const proposal = (n: string): string => `md5('proposal ' || ${n})::uuid`;

const FILL = [
  `insert into district (id, slug, name, municipality, last_proposal_number, created_at)
   values (${DISTRICT}, '${SLUG}', 'Bench', 'Voorbeeldstad', 0, now())`,
  `insert into rulebook (district_id, version, settings, effective_from)
   values (${DISTRICT}, 1, '${JSON.stringify(RULES)}', now() - interval '90 days')`,
  `insert into round (district_id, id, number, closes_at, state, seed, rulebook_version, opened_at)
   values (${DISTRICT}, gen_random_uuid(), 1, now() + interval '20 days', 'open', md5('seed'), 1, now() - interval '80 days')`,
  `insert into neighbourhood (district_id, slug, name)
   select ${DISTRICT}, 'buurt-' || n, 'Buurt ' || n from generate_series(0, 11) n`,
  `insert into proposal_theme (district_id, slug, name)
   select ${DISTRICT}, 'thema-' || n, 'Thema ' || n from generate_series(1, 8) n`,
  `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
   values (${DISTRICT}, '1234AB', 1, 'buurt-1', now())`,
];

const PEOPLE = [
  // A mail domain for each hundred, a large provider for half of them.
  `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
   select ${resident('n')}, address, address, 'Bewoner', now(), now()
   from generate_series($1::integer, $2::integer) n,
     lateral (select n || case when n % 2 = 0 then '@gmail.com' else '@post' || n % 100 || '.example' end as address) a`,
  `insert into identity_proof (district_id, account_id, level, method, proven_at)
   select ${DISTRICT}, ${resident('n')}, 1, 'letter', now() from generate_series($1::integer, $2::integer) n`,
  `insert into session (sid_hash, account_id, data, agent, created_at, seen_at, expires_at)
   select sha256(convert_to('session-' || n, 'UTF8')), ${resident('n')},
     jsonb_build_object('cookie', jsonb_build_object('originalMaxAge', 2592000000, 'expires', now() + interval '30 days',
       'secure', true, 'httpOnly', true, 'path', '/', 'sameSite', 'lax'),
       'passport', jsonb_build_object('user', ${resident('n')})),
     'Firefox, Linux', now(), now(), now() + interval '30 days'
   from generate_series($1::integer, $2::integer) n`,
];

const PUBLISH = `
  insert into proposal (district_id, id, number, kind, title, summary, body, neighbourhood_slug, theme_slug, submitter_id,
    submitter_name, state, published_at, created_at, updated_at)
  select ${DISTRICT}, ${proposal('p.number')}, p.number, 'plan', p.title, p.summary, p.body,
    'buurt-' || p.number % 12, 'thema-' || 1 + p.number % 8, ${resident('1')}, 'Bewoner', 'open',
    now() - interval '1 day' - p.number * interval '1 second', now(), now()
  from jsonb_to_recordset($1::jsonb) p(number integer, title text, summary text, body text)`;

/**
 * Vote number v is of one resident on one plan, and no two are the same: residents in turn, and with every round of
 * them the next plan. Low numbers of plans have more votes, as it goes.
 */
const VOTE = `
  with cast_vote as (
    insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
    select ${DISTRICT}, ${proposal('number')}, ${resident('who')}, case when v % 6 = 0 then 'against' else 'for' end, now(), now()
    from (
      select v, 1 + v % $3::integer as who,
        1 + (floor(power(abs(hashint4(v % $3::integer)) / 2147483648.0, 2) * $4::integer)::integer + v / $3::integer) % $4::integer as number
      from generate_series($1::integer, $2::integer) v
    ) n
    returning *)
  insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, round_id, recorded_at)
  select c.district_id, c.proposal_id, c.resident_id, 'cast', c.choice, r.id, c.cast_at
  from cast_vote c join round r on r.district_id = c.district_id and r.number = 1`;

export async function fillTown(db: Client, size: TownSize): Promise<void> {
  for (const statement of FILL) await db.query(statement);
  for (let from = 1; from <= size.residents; from += PEOPLE_AT_ONCE)
    for (const statement of PEOPLE)
      await db.query(statement, [from, Math.min(from + PEOPLE_AT_ONCE - 1, size.residents)]);
  let batch: object[] = [];
  let number = 0;
  const publish = async (): Promise<void> => {
    await db.query(PUBLISH, [JSON.stringify(batch)]);
    batch = [];
  };
  for (const invented of inventProposals(size.proposals, [])) {
    batch.push({ number: ++number, ...invented });
    if (batch.length === AT_ONCE) await publish();
  }
  await publish();
  await db.query('update district set last_proposal_number = $2 where id = $1', [DISTRICT, size.proposals]);
  await db.query('analyze');
  await inBulk(db, async () => {
    for (let from = 0; from < size.votes; from += VOTES_AT_ONCE) {
      const to = Math.min(from + VOTES_AT_ONCE, size.votes) - 1;
      await db.query(VOTE, [from, to, size.residents, size.proposals]);
    }
    await db.query(addUp(DISTRICT));
  });
  await db.query(ARGUE);
  await db.query('vacuum analyze');
}

const SECOND_INDEXES = ['vote_resident', 'vote_held', 'ballot_ledger_proposal'];

/**
 * Votes by the million: what the triggers keep and the keys check for each is left out, and the second indexes are made when all is
 * there. Who fills adds the standings up itself.
 */
export async function inBulk(db: Client, fill: () => Promise<void>): Promise<void> {
  const { rows } = await db.query<{ made: string }>(
    'select indexdef as made from pg_indexes where indexname = any($1::text[])',
    [SECOND_INDEXES],
  );
  for (const name of SECOND_INDEXES) await db.query(`drop index ${name}`);
  await db.query('set session_replication_role = replica');
  await fill();
  await db.query('set session_replication_role = default');
  for (const { made } of rows) await db.query(made);
}

/** All residents of the bench have proven the first level. */
export const addUp = (district: number): string => `
  update standing_summary s set votes_for = t.votes_for, votes_against = t.votes_against
  from (
    select proposal_id, count(*) filter (where choice = 'for')::integer as votes_for,
      count(*) filter (where choice = 'against')::integer as votes_against
    from vote where district_id = ${district} group by proposal_id) t
  where s.district_id = ${district} and s.proposal_id = t.proposal_id and s.identity_level <= 1`;

/** Thirty arguments on the first plan. */
const ARGUE = `
  insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at)
  select ${DISTRICT}, gen_random_uuid(), ${proposal('1')}, ${resident('1 + n')}, 'Bewoner',
    case n % 2 when 0 then 'for' else 'against' end, 'Dit is een argument van een bewoner over dit plan, nummer ' || n,
    now() - n * interval '1 minute'
  from generate_series(1, 30) n`;

const signed = sessionSigner(SESSION_SECRET);

/** The cookie of resident n. */
export const cookieOf = (n: number): string => `__Host-buurtstem=${signed(`session-${n}`)}`;
