// What is measured of votes: through the API, through the bare reference, by the driver alone, by pgbench.
import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { BALLOT_PATH, bareToken, BARE_INSERT, POOL, VOTE_PATH } from './bare.ts';
import { figuresOf, runLoad, type Figures } from './load.ts';
import { pgbench, type Program } from './programs.ts';
import type { Scenario, Stage } from './scenario.ts';
import { cookieOf, HOST, SLUG } from './town.ts';

const CONNECTIONS = 50;

export function residentId(n: number): string {
  const hex = createHash('md5').update(`resident ${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const BODIES = { for: '{"choice":"for"}', against: '{"choice":"against"}' } as const;

/** A vote as a browser behind the proxy sends it; `none` withdraws. */
export function voteRequest(
  stage: Stage,
  resident: number,
  proposal: number,
  choice: 'for' | 'against' | 'none',
): string {
  const body = choice === 'none' ? '' : BODIES[choice];
  return (
    `${choice === 'none' ? 'DELETE' : 'PUT'} /api/v1/districts/${SLUG}/proposals/${proposal}/my-vote HTTP/1.1\r\n` +
    `Host: ${HOST}\r\nOrigin: https://${HOST}\r\nSec-Fetch-Site: same-origin\r\nX-Forwarded-Proto: https\r\n` +
    `X-Forwarded-For: 10.${(resident >> 16) & 255}.${(resident >> 8) & 255}.${resident & 255}\r\n` +
    `Cookie: ${stage.cookies[resident - 1]}\r\n` +
    (body === '' ? '\r\n' : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
  );
}

function bareRequest(stage: Stage, path: string, resident: number, proposal: number): string {
  const body = `{"proposal":${proposal},"choice":"for"}`;
  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${stage.tokens[resident - 1]}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** Every resident in turn, each on another plan, and in each run on others than in the run before. */
function spread(stage: Stage, run: number): () => [resident: number, proposal: number] {
  let count = 0;
  return () => {
    const n = count++;
    const round = run * 100 + Math.floor(n / stage.size.residents);
    return [1 + (n % stage.size.residents), 1 + ((n * 7919 + round * 104_729) % stage.size.proposals)];
  };
}

/** As fast as it goes on all connections. */
const ask = ({ port }: Program, seconds: number, next: () => string): Promise<Figures> =>
  runLoad({ port, connections: CONNECTIONS, seconds, next });

async function driverAlone(stage: Stage, run: number, seconds: number): Promise<Figures> {
  const pool = new Pool({ connectionString: stage.databaseUrl, max: POOL });
  const next = spread(stage, 40 + run);
  const times: number[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() < started + seconds * 1000) {
      const [resident, proposal] = next();
      const sent = performance.now();
      await pool.query({ name: 'vote', text: BARE_INSERT, values: [proposal, residentId(resident), 'for'] });
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const figures = figuresOf(times, (performance.now() - started) / 1000, 0, { 200: times.length });
  await pool.end();
  return figures;
}

const PGBENCH = `\\set resident random(1, 2000000000)
insert into bare_vote (district_id, proposal_number, resident_id, choice)
  values (2000, 1 + :resident::bigint % 10000, md5(:resident::bigint::text)::uuid, 'for') on conflict do nothing;
`;

export const VOTES: readonly Scenario[] = [
  {
    name: 'vote, spread',
    about: 'distinct residents, each on another plan, 50 connections',
    run: (stage, run, seconds) => {
      const next = spread(stage, run);
      return ask(stage.api, seconds, () => voteRequest(stage, ...next(), 'for'));
    },
  },
  {
    name: 'vote, bare http',
    about: 'node:http and pg: a token, one insert',
    by: 'bare',
    run: (stage, run, seconds) => {
      const next = spread(stage, run);
      return ask(stage.bare, seconds, () => bareRequest(stage, VOTE_PATH, ...next()));
    },
  },
  {
    name: 'vote, bare, all rows',
    about: 'node:http and pg: a token, the rows that a vote has in our tables by one statement',
    by: 'bare',
    run: (stage, run, seconds) => {
      // Other plans than those that are voted on through the API: each resident once on each.
      const next = spread(stage, 20 + run);
      return ask(stage.bare, seconds, () => bareRequest(stage, BALLOT_PATH, ...next()));
    },
  },
  {
    name: 'vote, bare driver',
    about: 'pg alone, a pool of ten: one insert',
    run: driverAlone,
  },
  {
    name: 'vote, pgbench',
    about: 'eight clients: one insert',
    run: async (stage, _run, seconds) => {
      const perSecond = pgbench(stage.databaseUrl, PGBENCH, 8, seconds);
      return perSecond === null
        ? null
        : { perSecond, p50: 8000 / perSecond, p95: NaN, p99: NaN, errors: 0, statuses: {} };
    },
  },
  {
    name: 'vote, one plan',
    about: 'distinct residents, all on one plan',
    run: (stage, run, seconds) => {
      let count = 0;
      return ask(stage.api, seconds, () => {
        const n = count++;
        // Once all have voted, the next plan: none votes twice on one.
        const plan = 5_000 + run * 10 + Math.floor(n / stage.size.residents);
        return voteRequest(stage, 1 + (n % stage.size.residents), plan, 'for');
      });
    },
  },
  {
    name: 'vote, change, withdraw',
    about: 'a thousand residents: for, against, withdrawn, in turn',
    run: (stage, run, seconds) => {
      let count = 0;
      const choices = ['for', 'against', 'none'] as const;
      return ask(stage.api, seconds, () => {
        const n = count++;
        return voteRequest(stage, 1 + (n % 1000), 7_000 + run, choices[Math.floor(n / 1000) % 3] ?? 'for');
      });
    },
  },
  {
    name: 'vote, 50 duplicates',
    about: '50 times the same vote at once, of one resident after the other',
    run: (stage, run, seconds) => {
      let count = 0;
      return ask(stage.api, seconds, () =>
        voteRequest(stage, 1 + Math.floor(count++ / 50), 8_000 + run, 'for'),
      );
    },
  },
];

export function cookiesAndTokens(residents: number): Pick<Stage, 'cookies' | 'tokens'> {
  const numbers = Array.from({ length: residents }, (_, index) => index + 1);
  return { cookies: numbers.map(cookieOf), tokens: numbers.map((n) => bareToken(residentId(n))) };
}
