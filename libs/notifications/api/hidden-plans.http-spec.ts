import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { SESSION_HANDLERS } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { NotificationsModule, queueMessages, SendQueuedMail, type Message } from './index';
import { ReadMyNotifications } from './read-my-notifications';

@Module({ providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
class NobodyModule {}

const TITLES = { 1: 'Bankjes langs het Molenpad', 2: 'Zitplekken bij het water' };
const district = { slug: 'west', name: 'West' };
const winner: Message = {
  kind: 'voted-plan-won',
  news: { district, proposalNumber: 1, title: TITLES[1], roundNumber: 1, votesFor: 2, meeting: null },
};
const merged: Message = {
  kind: 'plan-merged',
  news: {
    district,
    duplicate: { number: 2, title: TITLES[2] },
    target: { number: 1, title: TITLES[1] },
    message: '',
  },
};
const decision: Message = {
  kind: 'text-hidden',
  news: {
    district,
    proposalNumber: 1,
    subject: 'argument',
    reason: 'unlawful',
    message: '',
    appealUntil: null,
  },
};

describe('a message about a plan that was hidden meanwhile', () => {
  let test: TestApp;
  let db: DataSource;
  let charlie: ResidentId;
  let laura: ResidentId;

  beforeAll(async () => {
    test = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      ROLES: 'web',
    });
    db = test.app.get(DataSource);
    await db.query(
      `insert into district (id, slug, name, municipality, created_at) values (1, 'west', 'West', 'V', now())`,
    );
    [charlie, laura] = [randomUUID() as ResidentId, randomUUID() as ResidentId];
    for (const [id, name] of [
      [charlie, 'charlie'],
      [laura, 'laura'],
    ])
      await db.query(
        `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
         values ($1, $2, $2, $3, now(), now())`,
        [id, `${name}@voorbeeld.example`, name],
      );
    // Who waits for the digest gets nothing at once, hidden or not.
    await db.query(
      `insert into notification_preference (account_id, topic, delivery, changed_at)
       values ($1, 'voted-plan', 'immediate', now())`,
      [laura],
    );
    for (const [number, title] of Object.entries(TITLES))
      await db.query(
        `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name,
           state, published_at, created_at, updated_at)
         values (1, gen_random_uuid(), $1, 'plan', $2, '', '', $3, 'Charlie', 'open', now(), now(), now())`,
        [number, title, charlie],
      );
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await db.query('delete from outbox_message');
    await db.query('delete from dev_mail');
    await db.query('update proposal set hidden = false');
  });

  const queue = (message: Message, recipient: ResidentId): Promise<void> =>
    db.transaction((em) =>
      queueMessages(
        em,
        { ...message, districtId: 1, subjectId: randomUUID(), recipients: [recipient] },
        new Date(),
      ),
    );
  const hide = (number: number, hidden = true): Promise<unknown> =>
    db.query('update proposal set hidden = $2 where number = $1', [number, hidden]);
  const sent = async (): Promise<string[]> => {
    while ((await test.app.get(SendQueuedMail).execute()) > 0);
    const mails = await db.query<{ subject: string; body: string }[]>('select subject, body from dev_mail');
    return mails.map(({ subject, body }) => `${subject}\n${body}`);
  };
  const listed = async (reader: ResidentId): Promise<string[]> =>
    (await test.app.get(ReadMyNotifications).newest(reader)).map(({ subject }) => subject);

  it.each([
    ['the winner', winner, 1],
    ['the plan that stays', merged, 1],
    ['the plan that goes', merged, 2],
  ] as const)('waits while it is %s, and is sent when that is lifted', async (_which, message, number) => {
    await queue(message, laura);
    await hide(number);
    expect(await sent()).toEqual([]);
    expect(await db.query('select attempts from outbox_message')).toEqual([{ attempts: 0 }]);
    await hide(number, false);
    const [mail] = await sent();
    expect(mail).toContain(TITLES[number]);
  });

  it('is sent to the submitter, who may read about their own', async () => {
    await queue({ ...winner, kind: 'plan-won' }, charlie);
    await hide(1);
    expect(await sent()).toEqual([expect.stringContaining(TITLES[1])]);
  });

  it('is sent when it tells of a decision, which names no title', async () => {
    await queue(decision, laura);
    await hide(1);
    const [mail] = await sent();
    expect(mail).toContain('Dit mag niet van de wet.');
    expect(mail).not.toContain(TITLES[1]);
  });

  it('is in the list by its number, not by its title, also when it was sent before', async () => {
    await queue(winner, laura);
    await sent();
    await queue(merged, laura);
    await hide(1);
    const subjects = await listed(laura);
    expect([...subjects].sort()).toEqual(['Gewonnen: plan 1', 'Stem opnieuw: plan 1']);
    await hide(1, false);
    expect((await listed(laura)).sort()).toEqual([`Gewonnen: ${TITLES[1]}`, `Stem opnieuw: ${TITLES[1]}`]);
  });

  it('says the title as it stands now, where something was taken out of it', async () => {
    await queue(winner, laura);
    await db.query('update proposal set title = $1 where number = 1', ['Bankjes langs het [weggehaald]']);
    const [mail] = await sent();
    expect(mail).toContain('Bankjes langs het [weggehaald]');
    expect(mail).not.toContain('Molenpad');
    await db.query('update proposal set title = $1 where number = 1', [TITLES[1]]);
  });
});
