// node bare.ts: the reference that the API is held against: nothing but node:http and pg. A vote is a token that is checked and
// one insert, prepared and committed by itself; a ballot is the same with the rows that a vote has in our tables. A list is the same
// twenty plans, from the same tables. Says its port on standard output.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';

export const BARE_KEY = 'the key of the reference, of at least 32 characters';
export const VOTE_PATH = '/vote';
export const BALLOT_PATH = '/ballot';

/** As many as the API has by default. */
export const POOL = 10;

export const BARE_TABLE = `create table if not exists bare_vote (
  district_id integer not null, proposal_number integer not null, resident_id uuid not null,
  choice text not null check (choice in ('for', 'against')), cast_at timestamptz not null default now(),
  primary key (district_id, proposal_number, resident_id))`;

export const BARE_INSERT = `insert into bare_vote (district_id, proposal_number, resident_id, choice) values (1000, $1, $2, $3)
  on conflict on constraint bare_vote_pkey do update set choice = excluded.choice`;

/** What a first vote writes, into our tables with their keys and triggers: the ballot, its line of the ledger, where it came from. */
const BALLOT = `with added as (
    insert into vote (district_id, proposal_id, resident_id, choice, channel, status, cast_at, changed_at)
    select district_id, id, $2, $3, 'online', 'valid', now(), now() from proposal where district_id = 1000 and number = $1
    on conflict on constraint vote_one_per_resident do nothing
    returning *),
  line as (
    insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
    select a.district_id, a.proposal_id, a.resident_id, 'cast', a.choice, a.channel, r.id, a.cast_at
    from added a join round r on r.district_id = a.district_id and r.state = 'open')
  insert into vote_origin (district_id, proposal_id, resident_id, network_pseudonym, mail_domain, recorded_at)
  select district_id, proposal_id, resident_id, decode(md5(resident_id::text), 'hex'), 'bench.example', cast_at from added`;

const TOP = `select p.number, p.kind, p.title, p.summary, p.neighbourhood_slug, p.theme_slug, p.state, p.published_at, s.votes_for, s.votes_against
  from standing_summary s join proposal p on p.district_id = s.district_id and p.id = s.proposal_id
  where s.district_id = 1000 and s.identity_level = 1 and s.listed and s.state = 'open'
  order by -s.votes_for, s.number limit 20`;

function signatureOf(text: string, key: Parameters<typeof createHmac>[1]): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of a resident (JWT, HS256), for the header `Authorization`. */
export function bareToken(residentId: string): string {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: residentId, exp: 4_102_444_800 })}`;
  return `${text}.${signatureOf(text, BARE_KEY).toString('base64url')}`;
}

const key = createSecretKey(Buffer.from(BARE_KEY));

function residentOf(header: string): string | null {
  const token = header.slice('Bearer '.length);
  const dot = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(dot + 1), 'base64url');
  const wanted = signatureOf(token.slice(0, dot), key);
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) return null;
  const [, payload = ''] = token.split('.');
  const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    sub: string;
    exp: number;
  };
  return exp * 1000 > Date.now() ? sub : null;
}

function serve(databaseUrl: string): void {
  const pool = new Pool({ connectionString: databaseUrl, max: POOL });
  const answer = (response: ServerResponse, status: number, body: unknown): void => {
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
  const vote = async (request: IncomingMessage, response: ServerResponse, text: string): Promise<void> => {
    const resident = residentOf(request.headers.authorization ?? '');
    if (resident === null) return answer(response, 401, {});
    const { proposal, choice } = JSON.parse(text) as { proposal: number; choice: string };
    const statement =
      request.url === BALLOT_PATH ? { name: 'ballot', text: BALLOT } : { name: 'vote', text: BARE_INSERT };
    await pool.query({ ...statement, values: [proposal, resident, choice] });
    answer(response, 200, { choice });
  };
  const server = createServer((request, response) => {
    const fail = (error: unknown): void => answer(response, 500, { error: String(error) });
    if (request.method === 'GET')
      return void pool
        .query({ name: 'top', text: TOP })
        .then(({ rows }) => answer(response, 200, rows), fail);
    let text = '';
    request.setEncoding('utf8').on('data', (more: string) => (text += more));
    request.on('end', () => void vote(request, response, text).catch(fail));
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`);
  });
}

const databaseUrl = process.env['BARE_DATABASE_URL'];
if (databaseUrl) {
  // A bench that is killed with -9 cannot stop it.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(0), 500).unref();
  serve(databaseUrl);
}
