import { RecordOutcome } from '@buurtstem/agenda-api';
import { WithdrawProposal } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { FraudScene, REASON } from './fraud-scene';
import { West } from './west';

interface Report {
  report: number;
  version: number;
  supersedes: number | null;
  reason: string;
  winner: number | null;
  decidedBy: string;
  candidates: { proposal: number; votesFor: number; held: number; invalid: number; chancesLeft: number }[];
  exclusions: object[];
}

describe('V12: a recount', () => {
  let west: West;
  let desk: FraudScene;
  let bench: number;
  let bridge: number;

  /** The bench wins by votes that will turn out to be one person’s; the bridge is second. */
  async function setOut(rules: Parameters<typeof West.open>[0] = {}): Promise<void> {
    west = await West.open(rules);
    desk = await FraudScene.of(west);
    bench = await west.proposal('Bankjes langs het Molenpad');
    bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await desk.votesFrom('club.example', 4, bench);
    await desk.votesFrom('own.example', 2, bench);
    await desk.votesFrom('own.example', 3, bridge);
  }
  afterEach(() => west.close());

  const reports = async (): Promise<Report[]> =>
    (await west.rows('select document from round_count order by report_number')).map(
      ({ document }) => JSON.parse(String(document)) as Report,
    );
  const states = (): Promise<unknown[]> =>
    west.rows('select number, state, chances_used as used from proposal order by number');
  const items = (): Promise<unknown[]> =>
    west.rows('select title, state, meeting_id is not null as meets from agenda_item order by created_at');

  it('gives the agenda to who won without the votes that were taken out, and everything says why', async () => {
    await setOut();
    await west.meeting();
    await desk.count();
    expect(await states()).toMatchObject([{ state: 'on-agenda' }, { state: 'open' }]);

    await desk.takeOut('club.example', bench, 4);

    const why = `Na de telling zijn 4 stemmen op plan ${bench} ongeldig verklaard. De reden: ${REASON}`;
    expect(await reports()).toMatchObject([
      { report: 1, version: 1, supersedes: null, reason: '', winner: bench, exclusions: [] },
      {
        report: 2,
        version: 2,
        supersedes: 1,
        reason: why,
        winner: bridge,
        decidedBy: 'votes',
        candidates: [
          { proposal: bridge, votesFor: 3, chancesLeft: 0 },
          { proposal: bench, votesFor: 2, invalid: 4, chancesLeft: 2 },
        ],
        exclusions: [{ proposal: bench, batch: 1, kind: 'invalid', reason: REASON, votes: 4 }],
      },
    ]);
    expect(await states()).toEqual([
      { number: bench, state: 'open', used: 1 },
      { number: bridge, state: 'on-agenda', used: 1 },
    ]);
    expect(await items()).toEqual([
      { title: 'Bankjes langs het Molenpad', state: 'superseded', meets: false },
      { title: 'Veilig oversteken bij de Sluisbrug', state: 'scheduled', meets: true },
    ]);
    expect(await west.rows(`select verb, reason from agenda_change where verb = 'superseded'`)).toEqual([
      { verb: 'superseded', reason: why },
    ]);
    expect(
      await west.rows(
        `select kind, payload->>'proposalNumber' as plan, count(*)::integer from outbox_message
         where kind like '%won' group by 1, 2 order by 2, 1`,
      ),
    ).toEqual([
      { kind: 'plan-won', plan: String(bench), count: 1 },
      { kind: 'voted-plan-won', plan: String(bench), count: 6 },
      { kind: 'plan-won', plan: String(bridge), count: 1 },
      { kind: 'voted-plan-won', plan: String(bridge), count: 3 },
    ]);
    const [round] = await west.rows('select state from round where number = 1');
    expect(round).toEqual({ state: 'counted' });
  });

  it('leaves the agenda alone where the winner stays the same, and is published all the same', async () => {
    await setOut();
    await desk.votesFrom('club.example', 1, bridge);
    await desk.votesFrom('third.example', 2, bench);
    await desk.count();
    await desk.takeOut('third.example', bench, 2);
    expect((await reports()).map(({ version, winner }) => [version, winner])).toEqual([
      [1, bench],
      [2, bench],
    ]);
    expect(await items()).toHaveLength(1);
    expect(await west.rows(`select from proposal_event where verb = 'win'`)).toHaveLength(1);
  });

  it('brings the first winner back when the votes are put back', async () => {
    await setOut();
    await desk.count();
    const batch = await desk.takeOut('club.example', bench, 4);
    await desk.end(batch, 'reinstate');
    const [first, , third] = await reports();
    expect(third).toMatchObject({
      version: 3,
      supersedes: 2,
      winner: bench,
      exclusions: [],
      reason: `4 stemmen op plan ${bench} tellen weer mee. De reden: Het was een buurtfeest.`,
    });
    expect(third?.candidates).toEqual(
      first?.candidates.map((line) => ({ ...line, chancesLeft: line.proposal === bench ? 0 : 2 })),
    );
    expect(await states()).toMatchObject([
      { state: 'won', used: 1 },
      { state: 'open', used: 1 },
    ]);
    expect(await items()).toMatchObject([
      { state: 'superseded' },
      { state: 'superseded' },
      { title: 'Bankjes langs het Molenpad', state: 'queued' },
    ]);
  });

  it('may leave nobody, and empties the agenda then', async () => {
    await setOut({ threshold: 4 });
    await desk.count();
    await desk.takeOut('club.example', bench, 4);
    expect((await reports())[1]).toMatchObject({ winner: null, decidedBy: 'none' });
    expect(await items()).toMatchObject([{ state: 'superseded' }]);
    expect(await states()).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  it('finds a winner where the votes that were missing were put back', async () => {
    await setOut({ threshold: 6 });
    const batch = await desk.takeOut('club.example', bench, 4);
    expect((await desk.count()).decidedBy).toBe('none');
    await desk.end(batch, 'reinstate');
    expect((await reports()).map(({ winner }) => winner)).toEqual([null, bench]);
    expect(await items()).toMatchObject([{ state: 'queued' }]);
  });

  it('opens again what the count closed, and closes the winner that has no chance left', async () => {
    await setOut({ chances: 1 });
    await desk.count();
    expect(await states()).toMatchObject([{ state: 'won' }, { state: 'closed' }]);
    await desk.takeOut('club.example', bench, 4);
    expect(await states()).toEqual([
      { number: bench, state: 'closed', used: 1 },
      { number: bridge, state: 'won', used: 1 },
    ]);
    expect((await reports())[1]?.candidates.map(({ chancesLeft }) => chancesLeft)).toEqual([0, 0]);
  });

  it('passes over who withdrew or was hidden since', async () => {
    await setOut();
    const tree = await west.proposal('Een boom op het plein');
    await desk.votesFrom('own.example', 2, tree);
    await desk.count();
    const [submitter] = await west.rows('select submitter_id from proposal where number = $1', [bridge]);
    await west.app
      .get(WithdrawProposal, { strict: false })
      .execute(west.districtId, bridge, submitter?.['submitter_id'] as ResidentId, 'Het is opgelost.');
    await west.rows('update proposal set hidden = true where number = $1', [bench]);
    await desk.takeOut('club.example', bench, 4);
    expect((await reports())[1]).toMatchObject({ winner: tree, candidates: [{ proposal: tree }] });
  });

  it('follows when votes that were in doubt at the count turn out to be in order', async () => {
    await setOut();
    const batch = await desk.hold('club.example', bench);
    await desk.count();
    expect((await reports())[0]).toMatchObject({
      winner: bridge,
      exclusions: [
        {
          proposal: bench,
          batch: 1,
          kind: 'held',
          reason: 'Deze stemmen zijn in onderzoek. Er is nog niet over beslist.',
          votes: 4,
        },
      ],
    });
    await desk.end(batch, 'release');
    expect((await reports())[1]).toMatchObject({ winner: bench, exclusions: [] });
  });

  it('is not made for votes that the count took as valid and nobody decided about', async () => {
    await setOut();
    await desk.count();
    await desk.end(await desk.hold('club.example', bench), 'release');
    expect(await reports()).toHaveLength(1);
  });

  it('is not made for votes that were cast after the count date', async () => {
    await setOut();
    await desk.count();
    await desk.votesFrom('late.example', 3, bridge);
    await desk.takeOut('late.example', bridge, 3);
    expect(await reports()).toHaveLength(1);
  });

  it('counts the choice of the count date, whatever a voter changed since', async () => {
    await setOut();
    const voters = await desk.votesFrom('own.example', 2, bridge);
    await desk.count();
    await desk.vote('own.example', voters, bridge, 'against');
    await desk.takeOut('club.example', bench, 4);
    expect((await reports())[1]?.candidates[0]).toMatchObject({ proposal: bridge, votesFor: 5 });
  });

  it('is refused once the committee met about the winner; nothing of the decision stays', async () => {
    await setOut();
    const meeting = await west.meeting();
    await desk.count();
    const batch = await desk.hold('club.example', bench);
    await desk.propose(batch);
    await west.app.get(RecordOutcome, { strict: false }).discuss(west.districtId, meeting, null);
    for (const act of [
      desk.invalidate(batch, 4),
      desk.end(batch, 'release'),
      desk.hold('own.example', bench),
    ])
      await expect(act).rejects.toThrow('recount-too-late');
    expect(await reports()).toHaveLength(1);
    expect(await west.rows(`select from ballot_ledger where entry = 'invalidated'`)).toEqual([]);
    expect(await west.rows('select state from vote_batch')).toEqual([{ state: 'proposed' }]);
  });

  it('is refused from the start of the winner’s meeting, also while nobody has closed it', async () => {
    await setOut();
    await west.meeting();
    await desk.count();
    const [meeting] = await west.rows('select starts_at from meeting');
    await west.moveClockTo(new Date(meeting?.['starts_at'] as Date));
    await expect(desk.hold('club.example', bench)).rejects.toThrow('recount-too-late');
  });

  it('does not hold up what still matters for the next count, when it is too late for the last', async () => {
    await setOut();
    const meeting = await west.meeting();
    await desk.votesFrom('club.example', 2, bridge);
    await desk.count();
    await west.app.get(RecordOutcome, { strict: false }).discuss(west.districtId, meeting, null);
    await desk.takeOut('club.example', bridge, 2);
    expect(await reports()).toHaveLength(1);
    await desk.count();
    expect((await reports())[1]).toMatchObject({ winner: bridge, candidates: [{ votesFor: 3, invalid: 2 }] });
  });

  it('reaches the latest count only', async () => {
    await setOut();
    await desk.count();
    await desk.count();
    await expect(desk.hold('club.example', bench)).rejects.toThrow('proposal-not-countable');
  });

  it('does not happen when ballots and ledger differ: the verdict does not stand either', async () => {
    await setOut();
    await desk.count();
    const batch = await desk.hold('club.example', bench);
    await desk.propose(batch);
    await west.rows(
      `update vote set choice = 'against' where proposal_id = (select id from proposal where number = $1)
       and ctid = (select min(v.ctid) from vote v join proposal p on p.id = v.proposal_id where p.number = $1)`,
      [bridge],
    );
    await expect(desk.invalidate(batch, 4)).rejects.toThrow('ledger-mismatch');
    expect(await west.rows('select state from vote_batch')).toEqual([{ state: 'proposed' }]);
    expect(await reports()).toHaveLength(1);
  });

  it('gives the winner to the first meeting whose agenda was open at the count date, while it is ahead', async () => {
    await setOut();
    const meeting = await west.meeting();
    await desk.count();
    const [planned] = await west.rows('select agenda_deadline, starts_at from meeting');
    // After the deadline of the agenda, before the meeting: whoever should have stood on it, stands on it.
    await west.moveClockTo(new Date((planned?.['agenda_deadline'] as Date).getTime() + 3_600_000));
    await desk.takeOut('club.example', bench, 4);
    expect(await west.rows(`select meeting_id from agenda_item where state = 'scheduled'`)).toEqual([
      { meeting_id: meeting },
    ]);
  });
});

describe('V12: a report that was published', () => {
  it.each([
    [`update round_count set document = '{}'`],
    ['delete from round_count'],
    ['truncate round_count cascade'],
    ['update count_line set votes_for = 99'],
    ['delete from count_line'],
    [`update count_exclusion set reason = ''`],
    ['delete from count_exclusion'],
  ])('is not changed, also not by the owner of the database: %s', async (change) => {
    const west = await West.open();
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    try {
      await west.vote(await west.proposal('Bankjes langs het Molenpad'), await west.residents(2));
      await (await FraudScene.of(west)).count();
      await owner.connect();
      await expect(owner.query(change)).rejects.toThrow('append-only');
    } finally {
      await owner.end();
      await west.close();
    }
  });
});

describe('the dry run of a batch that took part in the latest count', () => {
  it('shows what a recount would come to, with these votes and without them, and changes nothing', async () => {
    const west = await West.open();
    try {
      const desk = await FraudScene.of(west);
      const bench = await west.proposal('Bankjes langs het Molenpad');
      const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
      await desk.votesFrom('club.example', 4, bench);
      await desk.votesFrom('own.example', 3, bridge);
      expect((await desk.dryRun(await desk.hold('club.example', bench))).recount).toBeNull();
      await desk.end(1, 'release');
      await desk.count();
      await desk.votesFrom('own.example', 5, bridge);
      const batch = await desk.hold('club.example', bench);
      expect((await desk.dryRun(batch)).recount).toEqual({
        roundNumber: 1,
        before: { votesFor: 4, votesAgainst: 0, rank: 1 },
        after: { votesFor: 0, votesAgainst: 0, rank: 2 },
        winnerBefore: { number: bench, title: 'Bankjes langs het Molenpad' },
        winnerAfter: { number: bridge, title: 'Veilig oversteken bij de Sluisbrug' },
      });
      expect(await west.rows('select from round_count')).toHaveLength(1);
      await desk.propose(batch);
      await desk.invalidate(batch, 4);
      const [, after] = await west.rows('select winner_id from round_count order by version');
      const [winner] = await west.rows('select id from proposal where number = $1', [bridge]);
      expect(after?.['winner_id']).toBe(winner?.['id']);
    } finally {
      await west.close();
    }
  });
});
