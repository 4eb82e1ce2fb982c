import { randomBytes } from 'node:crypto';
import { sessionSigner } from '../signed-session.ts';
import { SESSION_SECRET } from './api.ts';
import type { Database } from './database.ts';
import type { Ballot } from './voters.ts';

/** Who votes for what: residents who are signed in, and open plans. */
export interface Town {
  readonly slug: string;
  readonly residents: readonly { readonly id: string; readonly cookie: string }[];
  readonly plans: readonly number[];
}

const SLUG = 'west';

/** All voters of a drill come from one machine and one mail domain. */
const LOOSE = {
  newVotersPerNetwork: [{ hits: 1_000_000, seconds: 60 }],
  newVotersPerMailDomain: [{ hits: 1_000_000, seconds: 60 }],
  votesPerAccount: [{ hits: 1_000_000, seconds: 60 }],
};

/** Adds residents with a session and open plans to the district that the API filled the empty database with. */
export async function peopleTown(database: Database, residents: number, plans: number): Promise<Town> {
  const [district] = await database.sql<{ id: number }>('select id from district where slug = $1', [SLUG]);
  if (!district) throw new Error('The API did not fill the database.');
  await loosenLimits(database, district.id);
  const tokens = Array.from({ length: residents }, () => randomBytes(32).toString('base64url'));
  const made = await database.sql<{ id: string; token: string }>(
    `with people as (select gen_random_uuid() as id, token from unnest($1::text[]) as token),
     accounts as (
       insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
       select id, id || '@drill.invalid', id || '@drill.invalid', 'Bewoner', now() - interval '1 day', now() from people),
     sessions as (
       insert into session (sid_hash, account_id, data, agent, created_at, seen_at, expires_at)
       select sha256(convert_to(token, 'UTF8')), id, jsonb_build_object('cookie', jsonb_build_object('path', '/'),
         'passport', jsonb_build_object('user', id)), 'drill', now(), now(), now() + interval '1 day' from people)
     select id, token from people`,
    [tokens],
  );
  const numbers = await database.sql<{ number: number }>(
    `insert into proposal (district_id, id, number, kind, title, summary, body, neighbourhood_slug, submitter_id,
       submitter_name, state, published_at, created_at, updated_at)
     select $1, gen_random_uuid(), (select max(number) from proposal) + n, 'plan', 'Plan van de oefening nummer ' || n, 'Een plan om op te stemmen.',
       repeat('Wij oefenen of er geen stem verloren gaat. ', 5),
       (select slug from neighbourhood where district_id = $1 limit 1), $2, 'Bewoner', 'open', now(), now(), now()
     from generate_series(1, $3::integer) as n returning number`,
    [district.id, made[0]?.id, plans],
  );
  return {
    slug: SLUG,
    residents: made.map(({ id, token }) => ({ id, cookie: `buurtstem=${signed(token)}` })),
    plans: numbers.map(({ number }) => number),
  };
}

async function loosenLimits(database: Database, districtId: number): Promise<void> {
  await database.sql(
    `with next as (
       insert into rulebook (district_id, version, settings, effective_from)
       select district_id, version + 1, settings || jsonb_build_object('voteLimits', $2::jsonb), now() from rulebook
       where district_id = $1 order by version desc limit 1 returning version)
     update round set rulebook_version = (select version from next) where district_id = $1 and state = 'open'`,
    [districtId, JSON.stringify(LOOSE)],
  );
}

const signed = sessionSigner(SESSION_SECRET);

/** Every resident's ballot on one of the plans, by its place in the town; from the end with a negative number. */
export function ballotsOn(town: Town, nth: number): readonly [Ballot, ...Ballot[]] {
  const plan = town.plans.at(nth);
  if (plan === undefined) throw new Error(`The town has no plan ${nth}.`);
  const [first, ...others] = town.residents.map(({ id, cookie }): Ballot => ({ plan, resident: id, cookie }));
  if (!first) throw new Error('The town is empty.');
  return [first, ...others];
}
