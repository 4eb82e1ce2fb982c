import { AgendaReminders, AnswerInvitation } from '@buurtstem/agenda-api';
import { AgendaScene, DAY } from './agenda-scene';

describe('the reminders of the agenda', () => {
  let scene: AgendaScene;
  let number: number;
  let startsAt: number;
  beforeEach(async () => {
    scene = await AgendaScene.open();
    await scene.meeting(90);
    await scene.winner('Veilig oversteken bij de Sluisbrug');
    const [row] = await scene.west.rows('select p.number, m.starts_at from proposal p, meeting m');
    number = Number(row?.['number']);
    startsAt = (row?.['starts_at'] as Date).getTime();
  });
  afterEach(() => scene.close());

  /** What `remind` adds at so many days before the meeting (after it, where below nothing). */
  async function at(daysBefore: number): Promise<Record<string, number>> {
    const before = await scene.told();
    await scene.west.moveClockTo(new Date(startsAt - daysBefore * DAY));
    const reminders = scene.west.app.get(AgendaReminders);
    // Two processes at once, and once more: nobody hears it twice.
    await Promise.all([reminders.remind(), reminders.remind()]);
    await reminders.remind();
    const after = await scene.told();
    return Object.fromEntries(
      Object.entries(after)
        .map(([kind, n]) => [kind, n - (before[kind] ?? 0)] as const)
        .filter(([, n]) => n > 0),
    );
  }

  it('reach the submitter a week and a day before, the committee two days before, the clerk after silence', async () => {
    expect(await at(20)).toEqual({ 'invitation-unanswered': 1 });
    expect(await at(7.1)).toEqual({});
    expect(await at(7)).toEqual({ 'meeting-reminder-week': 1 });
    expect(await at(2)).toEqual({ 'papers-digest': 1 });
    expect(await at(1)).toEqual({ 'meeting-reminder-day': 1 });
    expect(await at(-1)).toEqual({});
    expect(await at(-41)).toEqual({});
    expect(await at(-42)).toEqual({ 'outcome-overdue': 1 });
  });

  it('leave in peace who answered that they do not come', async () => {
    const answer = { answer: 'decline', delegateName: '', needs: '' } as const;
    await scene.west.app.get(AnswerInvitation).execute(scene.districtId, number, answer, scene.charlieId);
    expect(await at(6)).toEqual({});
    expect(await at(1)).toEqual({ 'papers-digest': 1 });
  });

  it('say nothing of what a moderator hides', async () => {
    await scene.west.rows('update proposal set hidden = true');
    expect(await at(6)).toEqual({});
    expect(await at(1)).toEqual({});
    expect(await at(-43)).toEqual({});
  });

  it('end when the answer is there', async () => {
    const [meeting] = await scene.west.rows('select id from meeting');
    await scene.hold(String(meeting?.['id']));
    const [item] = await scene.west.rows('select id from agenda_item');
    await scene.decide(String(item?.['id']), 'adopted');
    expect(await at(-43)).toEqual({});
  });
});
