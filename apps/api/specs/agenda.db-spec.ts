import { CancelMeeting, ChangeMeeting, ReadAgenda, RecordOutcome } from '@buurtstem/agenda-api';
import { AgendaScene, DAY, REASON } from './agenda-scene';

describe('winners on their way to the committee', () => {
  let scene: AgendaScene;
  beforeEach(async () => (scene = await AgendaScene.open()));
  afterEach(() => scene.close());

  const rows = (sql: string): Promise<Record<string, unknown>[]> => scene.west.rows(sql);
  const ways = (): Promise<Record<string, unknown>[]> =>
    rows(
      `select verb, from_meeting_id as from, to_meeting_id as to, reason, actor_id is null as by_itself
       from agenda_change order by id`,
    );
  const invitations = (): Promise<Record<string, unknown>[]> =>
    rows('select meeting_id as meeting, state from meeting_invitation order by asked_at, state desc');

  it('come out of the queue onto the meeting that is planned, oldest round first, and everybody is told', async () => {
    const bridge = await scene.winner('Veilig oversteken bij de Sluisbrug');
    const bench = await scene.winner('Bankjes langs het Molenpad');
    expect(await scene.told()).toEqual({ 'item-queued': 2, 'plan-won': 2, 'voted-plan-won': 4 });
    const meeting = await scene.meeting(90);
    expect(await scene.states()).toEqual([
      ['scheduled', 'on-agenda'],
      ['scheduled', 'on-agenda'],
    ]);
    const { entries } = await scene.west.app.get(ReadAgenda).meeting('west', meeting);
    expect(entries.map(({ id }) => id)).toEqual([bridge, bench]);
    const onto = { verb: 'scheduled', from: null, to: meeting, reason: '', by_itself: true };
    expect(await ways()).toEqual([onto, onto]);
    expect(await invitations()).toEqual([
      { meeting, state: 'asked' },
      { meeting, state: 'asked' },
    ]);
    expect(await scene.told()).toMatchObject({
      'meeting-invitation': 2,
      'meeting-planned': 4,
      'context-note-asked': 2,
    });
  });

  it('are invited by the count itself; who hears that it won hears the date with it', async () => {
    await scene.meeting(90);
    await scene.winner('Veilig oversteken bij de Sluisbrug');
    expect(await scene.told()).toEqual({
      'plan-won': 1,
      'voted-plan-won': 2,
      'meeting-invitation': 1,
      'context-note-asked': 1,
    });
    expect(await ways()).toMatchObject([{ verb: 'scheduled', by_itself: true }]);
  });

  it('do not come onto a meeting whose agenda is closed already', async () => {
    await scene.winner('Veilig oversteken bij de Sluisbrug');
    await scene.meeting(90, -1);
    expect(await scene.states()).toEqual([['queued', 'won']]);
  });

  it('move to another meeting with a published reason; the submitter is asked again', async () => {
    const first = await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    const second = await scene.meeting(120);
    await scene.move(item, second);
    expect((await ways())[1]).toEqual({
      verb: 'moved',
      from: first,
      to: second,
      reason: REASON,
      by_itself: false,
    });
    expect(await invitations()).toEqual(
      expect.arrayContaining([
        { meeting: first, state: 'lapsed' },
        { meeting: second, state: 'asked' },
      ]),
    );
    expect(await scene.told()).toMatchObject({
      'meeting-moved': 1,
      'meeting-invitation': 2,
      'meeting-planned': 2,
    });
  });

  it('wait in the queue when they are taken off, and come back with the next meeting that is planned', async () => {
    await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    await scene.move(item, null);
    expect(await scene.states()).toEqual([['queued', 'won']]);
    const later = await scene.meeting(120);
    expect(await scene.west.app.get(ReadAgenda).items('west')).toMatchObject([{ meeting: { id: later } }]);
    expect((await ways()).map(({ verb }) => verb)).toEqual(['scheduled', 'taken-off', 'scheduled']);
  });

  it('go by the rule where their meeting is cancelled: to the next open agenda, or the queue', async () => {
    const first = await scene.meeting(90);
    await scene.winner('Veilig oversteken bij de Sluisbrug');
    const second = await scene.meeting(120);
    const cancel = scene.west.app.get(CancelMeeting);
    await cancel.execute(scene.districtId, first, REASON, scene.clerk.id);
    expect(await scene.west.app.get(ReadAgenda).items('west')).toMatchObject([{ meeting: { id: second } }]);
    await cancel.execute(scene.districtId, second, REASON, scene.clerk.id);
    expect(await scene.states()).toEqual([['queued', 'won']]);
    expect((await ways()).map(({ verb, reason }) => [verb, reason])).toEqual([
      ['scheduled', ''],
      ['moved', REASON],
      ['taken-off', REASON],
    ]);
    expect(await rows('select state, reason, sequence from meeting')).toEqual([
      { state: 'cancelled', reason: REASON, sequence: 1 },
      { state: 'cancelled', reason: REASON, sequence: 1 },
    ]);
  });

  it('are asked again when the meeting gets another hour, and come on when its agenda opens again', async () => {
    const meeting = await scene.meeting(90, -1);
    await scene.winner('Veilig oversteken bij de Sluisbrug');
    const { startsAt } = await scene.west.app.get(ReadAgenda).meeting('west', meeting);
    const change = scene.west.app.get(ChangeMeeting);
    const wanted = { startsAt: new Date(startsAt), place: 'Buurthuis De Loods', reason: REASON };
    const execute = (more: object, sequence: number): Promise<void> =>
      change.execute(
        scene.districtId,
        meeting,
        { ...wanted, agendaDeadline: new Date(Date.now() + 30 * DAY), ...more, sequence },
        scene.clerk.id,
      );
    await execute({}, 0);
    expect(await scene.states()).toEqual([['scheduled', 'on-agenda']]);
    await execute({ startsAt: new Date(new Date(startsAt).getTime() + DAY) }, 1);
    expect((await invitations()).map(({ state }) => state).sort()).toEqual(['asked', 'lapsed']);
    expect(await scene.told()).toMatchObject({
      'meeting-moved': 1,
      'meeting-invitation': 2,
      'meeting-planned': 4,
    });
    await expect(execute({}, 1)).rejects.toThrow('version-conflict');
  });

  it('that are held over go at once onto the next open agenda, and start their clock again', async () => {
    const first = await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    const second = await scene.meeting(120);
    await expect(scene.decide(item, 'adopted')).rejects.toThrow('outcome-before-discussion');
    await scene.hold(first);
    await scene.decide(item, 'held-over');
    expect(await scene.states()).toEqual([['scheduled', 'on-agenda']]);
    const read = scene.west.app.get(ReadAgenda);
    const [shown] = await read.items('west');
    expect(shown).toMatchObject({
      meeting: { id: second },
      outcomes: [{ decision: 'held-over' }],
      changes: [{ verb: 'scheduled' }, { verb: 'held-over', from: { id: first }, to: { id: second } }],
    });
    expect(new Date(String(shown?.answerDueAt)).getTime()).toBe(
      new Date(String(shown?.meeting?.startsAt)).getTime() + 42 * DAY,
    );
    // The meeting that talked about it still shows it.
    expect((await read.meeting('west', first)).items).toMatchObject([{ id: item }]);
    await scene.hold(second);
    await scene.decide(item, 'adopted');
    expect(await rows('select number, decision from outcome order by number')).toEqual([
      { number: 1, decision: 'held-over' },
      { number: 2, decision: 'adopted' },
    ]);
    expect(await scene.told()).toMatchObject({ 'outcome-published': 6 });
  });

  it('that were held over wait in the queue where no agenda is open', async () => {
    const only = await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    await scene.hold(only);
    await scene.decide(item, 'held-over');
    expect(await scene.states()).toEqual([['queued', 'held-over']]);
  });

  it('that were adopted are reported on until they are done, and then no more', async () => {
    const meeting = await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    await scene.hold(meeting);
    await scene.decide(item, 'partly-adopted');
    const report = (finishes: boolean): Promise<number> =>
      scene.west.app
        .get(RecordOutcome)
        .report(
          scene.districtId,
          item,
          { text: 'De borden zijn besteld bij de leverancier.', responsible: 'Team Verkeer', finishes },
          scene.official.id,
        );
    await report(false);
    await report(false);
    expect(await scene.states()).toEqual([['followed-up', 'in-progress']]);
    await report(true);
    expect(await scene.states()).toEqual([['followed-up', 'done']]);
    await expect(report(false)).rejects.toThrow('agenda-transition-not-possible');
    expect(await scene.told()).toMatchObject({ 'progress-published': 9 });
  });

  it('that were rejected are not reported on', async () => {
    const meeting = await scene.meeting(90);
    const item = await scene.winner('Veilig oversteken bij de Sluisbrug');
    await scene.hold(meeting);
    await scene.decide(item, 'rejected');
    const report = { text: 'Toch gaan wij het nu maar doen.', responsible: 'Team Verkeer', finishes: false };
    await expect(
      scene.west.app.get(RecordOutcome).report(scene.districtId, item, report, scene.official.id),
    ).rejects.toThrow('proposal-transition-not-possible');
  });
});
