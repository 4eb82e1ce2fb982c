import {
  AnswerInvitation,
  ArrangeAgenda,
  CancelMeeting,
  PlanMeeting,
  PublishAgenda,
  RecordOutcome,
} from '@buurtstem/agenda-api';
import { CountRound } from '@buurtstem/voting-api';
import { AgendaScene, DAY, REASON } from './agenda-scene';

/** What became of each try: `done`, or the code that it was refused with. */
async function fates(tries: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(tries);
  return settled
    .map((one) => (one.status === 'fulfilled' ? 'done' : String((one.reason as Error).message)))
    .sort();
}

describe('two clerks at once', () => {
  let scene: AgendaScene;
  let meeting: string;
  let item: string;
  beforeEach(async () => {
    scene = await AgendaScene.open();
    meeting = await scene.meeting(90);
    item = await scene.winner('Veilig oversteken bij de Sluisbrug');
  });
  afterEach(() => scene.close());

  const revision = async (): Promise<number> => {
    const [row] = await scene.west.rows('select revision from meeting where id = $1', [meeting]);
    return Number(row?.['revision']);
  };
  const twice = <T>(work: () => Promise<T>): Promise<string[]> => fates([work(), work()]);

  it('plan one meeting at an hour', async () => {
    const startsAt = new Date(Date.now() + 200 * DAY);
    const wanted = { startsAt, agendaDeadline: new Date(startsAt.getTime() - DAY), place: 'Raadzaal' };
    const plan = scene.west.app.get(PlanMeeting);
    expect(await twice(() => plan.execute(scene.districtId, wanted, scene.clerk.id))).toEqual([
      'done',
      'meeting-at-same-time',
    ]);
    // The index says so too, whoever writes.
    await expect(
      scene.west.rows(
        `insert into meeting (district_id, id, starts_at, agenda_deadline, place, state)
         select district_id, gen_random_uuid(), starts_at, agenda_deadline, place, 'planned' from meeting limit 1`,
      ),
    ).rejects.toThrow('meeting_one_at_a_time');
  });

  it('arrange one agenda: one wins, the other looks again', async () => {
    const wanted = {
      revision: await revision(),
      entries: [
        { kind: 'point' as const, title: 'Opening', minutes: 5 },
        { kind: 'item' as const, id: item, minutes: 30 },
      ],
    };
    const arrange = scene.west.app.get(ArrangeAgenda);
    expect(await twice(() => arrange.execute(scene.districtId, meeting, wanted))).toEqual([
      'done',
      'version-conflict',
    ]);
    expect(await scene.west.rows('select title from meeting_point')).toEqual([{ title: 'Opening' }]);
  });

  it('publish one version', async () => {
    const wanted = { revision: await revision(), note: '' };
    const publish = scene.west.app.get(PublishAgenda);
    expect(await twice(() => publish.execute(scene.districtId, meeting, wanted, scene.clerk.id))).toEqual([
      'done',
      'version-conflict',
    ]);
    expect(await scene.west.rows('select version from published_agenda')).toEqual([{ version: 1 }]);
  });

  it('move one item once', async () => {
    const other = await scene.meeting(120);
    expect(await twice(() => scene.move(item, other))).toEqual(['agenda-transition-not-possible', 'done']);
    expect(await scene.west.rows(`select verb from agenda_change where verb = 'moved'`)).toHaveLength(1);
    expect(
      await scene.west.rows(`select state from meeting_invitation where state <> 'lapsed'`),
    ).toHaveLength(1);
  });

  it('close one meeting once', async () => {
    await scene.west.moveClockTo(new Date(Date.now() + 91 * DAY));
    const outcome = scene.west.app.get(RecordOutcome);
    expect(await twice(() => outcome.discuss(scene.districtId, meeting, scene.clerk.id))).toEqual([
      'done',
      'meeting-not-planned',
    ]);
    expect(await twice(() => scene.decide(item, 'adopted'))).toEqual([
      'agenda-transition-not-possible',
      'done',
    ]);
    expect(await scene.west.rows('select number from outcome')).toEqual([{ number: 1 }]);
  });

  it('cancel a meeting while its submitter answers: the answer is there, or the invitation is over', async () => {
    const answer = { answer: 'accept', delegateName: '', needs: 'Een scherm' } as const;
    const [row] = await scene.west.rows('select number from proposal');
    const [outcome] = await fates([
      scene.west.app
        .get(AnswerInvitation)
        .execute(scene.districtId, Number(row?.['number']), answer, scene.charlieId),
      scene.west.app.get(CancelMeeting).execute(scene.districtId, meeting, REASON, scene.clerk.id),
    ]);
    expect(['done', 'invitation-closed', 'meeting-invitation-not-found']).toContain(outcome);
    expect(await scene.west.rows('select state from meeting_invitation')).toEqual([{ state: 'lapsed' }]);
    expect(await scene.states()).toEqual([['queued', 'won']]);
  });

  it('plan and cancel while a round is counted: the winner stands on a meeting that takes place, or waits', async () => {
    const number = await scene.plan('Bankjes langs het Molenpad');
    await scene.west.vote(number, await scene.west.residents(2));
    const round = await scene.west.openRound();
    const result = await fates([
      scene.west.app.get(CountRound).execute(scene.districtId, round.number, round.closesAt),
      scene.west.app.get(CancelMeeting).execute(scene.districtId, meeting, REASON, scene.clerk.id),
      scene.meeting(150),
    ]);
    expect(result).toEqual(['done', 'done', 'done']);
    const items = await scene.west.rows(
      `select i.state, m.state as meeting from agenda_item i left join meeting m on m.id = i.meeting_id`,
    );
    expect(items).toHaveLength(2);
    for (const { state, meeting: where } of items)
      expect([state, where]).toEqual(state === 'queued' ? ['queued', null] : ['scheduled', 'planned']);
  });
});

describe('what the database holds, whoever writes', () => {
  let scene: AgendaScene;
  beforeAll(async () => {
    scene = await AgendaScene.open();
    await scene.meeting(90);
    await scene.winner('Veilig oversteken bij de Sluisbrug');
  });
  afterAll(() => scene.close());

  it.each([
    ['a published reason is not rewritten', `update agenda_change set reason = 'anders'`],
    ['a way onto an agenda is not removed', 'delete from agenda_change'],
  ])('%s', async (_what, sql) => {
    await expect(scene.west.rows(sql)).rejects.toThrow();
  });

  it.each([
    [
      'a meeting is not cancelled without a reason',
      `update meeting set state = 'cancelled', reason = ''`,
      'meeting_cancelled_has_reason',
    ],
    [
      'an item does not move without a reason',
      `insert into agenda_change (district_id, agenda_item_id, verb, reason, changed_at)
       select district_id, id, 'taken-off', '', now() from agenda_item`,
      'agenda_change_has_reason',
    ],
    [
      'a plan has one invitation that lives',
      `insert into meeting_invitation (district_id, id, agenda_item_id, meeting_id, state, asked_at)
       select district_id, gen_random_uuid(), agenda_item_id, meeting_id, 'asked', now() from meeting_invitation`,
      'meeting_invitation_one_live',
    ],
    [
      'who sends somebody names them',
      `update meeting_invitation set state = 'delegated', delegate_name = ''`,
      'meeting_invitation_delegate',
    ],
    [
      'a vote of the committee is whole',
      `insert into outcome (district_id, agenda_item_id, number, decision, reasons, decided_at, votes_for)
       select district_id, id, 1, 'adopted', 'goed', now(), 3 from agenda_item`,
      'outcome_vote_whole',
    ],
    [
      'an item is decided once, but for what was held over',
      `insert into outcome (district_id, agenda_item_id, number, decision, reasons, decided_at)
       select district_id, id, number, decision, 'omdat', now() from agenda_item,
         (values (1, 'held-over'), (2, 'held-over'), (3, 'adopted'), (4, 'rejected')) as o (number, decision)`,
      'outcome_one_end',
    ],
    [
      'a version of an agenda is published once',
      `insert into published_agenda (district_id, meeting_id, version, entries, note, published_by, published_at)
       select district_id, id, 1, '[]', '', gen_random_uuid(), now() from meeting, generate_series(1, 2)`,
      'published_agenda_once',
    ],
    [
      'an item stands on an agenda, or in the queue',
      `update agenda_item set meeting_id = null`,
      'agenda_item_meeting',
    ],
  ])('%s', async (_what, sql, constraint) => {
    await expect(scene.west.rows(sql)).rejects.toThrow(constraint);
  });
});
