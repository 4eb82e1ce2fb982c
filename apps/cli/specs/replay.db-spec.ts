import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { replayPb, type PbReplay } from '../src/replay-pb';
import { replayPolis } from '../src/replay-polis';

const SHARED = join(__dirname, '../../../../shared/data');
const SMALL = join(__dirname, 'fixtures/small.pb');

let work: string;
beforeAll(() => {
  process.env['DATABASE_URL'] = process.env['TEST_POSTGRES_URL'];
  work = mkdtempSync(join(tmpdir(), 'buurtstem-replay-spec-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What a replay says, without how long it took. */
const result = ({
  seconds: _,
  peakMemoryMb: __,
  ...rest
}: PbReplay): Omit<PbReplay, 'seconds' | 'peakMemoryMb'> => rest;

/** The same file with its ballots in another order. */
function shuffled(path: string): string {
  const [head = '', votes = ''] = readFileSync(path, 'utf8').split(/(?<=VOTES\r?\n)/);
  const [header = '', ...ballots] = votes.trimEnd().split(/\r?\n/);
  const file = join(work, path.split('/').at(-1) ?? 'shuffled.pb');
  // Any fixed order that is not the file's own.
  const mixed = ballots
    .map((line, index) => ({ line, key: (index * 7919) % ballots.length }))
    .sort((a, b) => b.key - a.key);
  writeFileSync(file, [head + header, ...mixed.map(({ line }) => line), ''].join('\r\n'));
  return file;
}

async function replayDatabases(): Promise<number> {
  const client = new Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
  const { rows } = await client.query(`select from pg_database where datname like 'buurtstem_replay%'`);
  await client.end();
  return rows.length;
}

describe('a replayed election', () => {
  it('is counted with each voter once, and the winner is on the agenda', async () => {
    expect(result(await replayPb(SMALL, 4))).toEqual({
      file: 'small.pb',
      voters: 5,
      proposals: 3,
      votesCounted: 9,
      repeatedIgnored: 1,
      counts: { bench: 3, bridge: 4, tree: 2 },
      ranking: ['bridge', 'bench', 'tree'],
      winner: 'bridge',
      decidedBy: 'votes',
      agendaItem: { meeting: '2026-02-03T15:00:00.000Z', title: 'A safer bridge' },
    });
  });

  it('has no winner below the threshold, and leaves no database behind', async () => {
    expect(await replayPb(SMALL, 5)).toMatchObject({ winner: null, decidedBy: 'none', agendaItem: null });
    expect(await replayDatabases()).toBe(0);
  });

  it('gives the same result twice, and with its ballots shuffled', async () => {
    const first = result(await replayPb(SMALL, 1));
    expect(result(await replayPb(SMALL, 1))).toEqual(first);
    expect(result(await replayPb(shuffled(SMALL), 1))).toEqual(first);
  });

  it('is refused before anything is made, when the file is not there', async () => {
    await expect(replayPb(join(work, 'nothing.pb'), 1)).rejects.toThrow('there is no such file');
    expect(await replayDatabases()).toBe(0);
  });
});

interface ExpectedPb {
  voters: number;
  projects: number;
  approvals_counted_once: number;
  approvals_all_entries: number;
  first_place: string[];
  first_place_votes: number;
  tie_for_first: boolean;
  counts_once: Record<string, number>;
}
interface ExpectedPolis {
  votes: number;
  voters: number;
  revotes: number;
  one_vote_per_person: Record<string, [number, number]>;
}

if (existsSync(SHARED)) {
  const pb = JSON.parse(readFileSync(join(SHARED, 'expected_pb.json'), 'utf8')) as Record<string, ExpectedPb>;
  const polis = JSON.parse(readFileSync(join(SHARED, 'expected_polis.json'), 'utf8')) as Record<
    string,
    ExpectedPolis
  >;

  describe('real ballots', () => {
    it.each(Object.entries(pb))(
      '%s: every count, the winner, the deciding step',
      async (name, expected) => {
        const replay = await replayPb(join(SHARED, 'pb', name), 1);
        expect(replay.counts).toEqual(expected.counts_once);
        expect(replay).toMatchObject({
          voters: expected.voters,
          proposals: expected.projects,
          votesCounted: expected.approvals_counted_once,
          repeatedIgnored: expected.approvals_all_entries - expected.approvals_counted_once,
          winner: expected.first_place[0],
          decidedBy: expected.tie_for_first ? 'published-earlier' : 'votes',
        });
        expect(replay.agendaItem).not.toBeNull();
      },
      120_000,
    );

    it.each(['Poland_Gdynia_2024_Srodmiescie__large.pb', 'Netherlands_Amsterdam_522.pb'])(
      '%s: the same with the ballots shuffled',
      async (name) => {
        const path = join(SHARED, 'pb', name);
        expect(result(await replayPb(shuffled(path), 1))).toEqual(result(await replayPb(path, 1)));
      },
      120_000,
    );

    it.each(Object.entries(polis))(
      '%s: every comment, one vote per person',
      async (name, expected) => {
        const replay = await replayPolis(join(SHARED, 'polis', name));
        expect(replay.counts).toEqual(expected.one_vote_per_person);
        expect(replay).toMatchObject({
          voters: expected.voters,
          events: expected.votes,
          revotes: expected.revotes,
        });
      },
      120_000,
    );
  });
} else {
  it('has no real ballots beside the project: only its own small election was replayed', () => {
    process.stderr.write('No ../shared/data: the real elections were not replayed.\n');
    expect(existsSync(SMALL)).toBe(true);
  });
}
