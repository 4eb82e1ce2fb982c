import { randomUUID } from 'node:crypto';
import { belongingOf, DEFAULT_DELIVERY, type Message } from '@buurtstem/notifications-domain';
import type { DistrictId, ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { partOf, queryOf, type Audience } from './audience';
import { nextDigest } from './digest/digest-moment';

export type MessageBatch = Message & {
  readonly districtId: DistrictId;
  /** What the message is about, such as the round: nobody gets the same kind about the same thing twice. */
  readonly subjectId: string;
  readonly recipients: readonly ResidentId[] | Audience;
};

/**
 * Queues one message per recipient in the caller's transaction: they are sent if, and only if, it commits.
 * Whoever erased their account, or is known from a sheet of paper alone, has no mailbox. Whoever chose not to hear of
 * the topic gets nothing, and whoever chose the digest gets it then.
 *
 * Several batches are about one event, in order of preference: whom an earlier one is for gets none of the later, also
 * where they chose not to hear of the earlier one.
 */
export async function queueMessages(
  em: EntityManager,
  batches: MessageBatch | readonly MessageBatch[],
  now: Date,
): Promise<void> {
  const queue: { batch: MessageBatch; isRepeat: boolean }[] = [];
  for (const batch of [batches].flat() as MessageBatch[])
    queue.push({ batch, isRepeat: await wasToldBefore(em, batch) });
  const earlier: Audience[] = [];
  for (const { batch, isRepeat } of queue) {
    const audience = audienceOf(batch);
    await queueBatch(em, batch, { audience, earlier, isRepeat }, now);
    earlier.push(audience);
  }
}

/**
 * Promises the same in one row, where more are told than a transaction should write that others wait for: the mail worker
 * queues them as soon as it commits, to whom they are for by then.
 */
export async function promiseMessages(
  em: EntityManager,
  batches: readonly MessageBatch[],
  now: Date,
): Promise<void> {
  const [first] = batches;
  if (!first) return;
  await em.query(
    `insert into outbox_promise (district_id, id, batches, promised_at, next_attempt_at) values ($1, $2, $3, $4, $4)`,
    [first.districtId, randomUUID(), JSON.stringify(batches), now],
  );
}

async function queueBatch(
  em: EntityManager,
  batch: MessageBatch,
  to: { readonly audience: Audience; readonly earlier: readonly Audience[]; readonly isRepeat: boolean },
  now: Date,
): Promise<void> {
  const { audience, earlier, isRepeat } = to;
  if (audience.kind === 'people' && audience.ids.length === 0) return;
  const belonging = belongingOf(batch.kind, partOf(audience));
  const newsId = randomUUID();
  await em.query(
    `insert into news (district_id, id, kind, subject_id, payload, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [batch.districtId, newsId, batch.kind, batch.subjectId, batch.news, now],
  );
  const fixed = [
    batch.districtId,
    batch.kind,
    batch.subjectId,
    newsId,
    belonging,
    belonging === 'essential' ? 'immediate' : DEFAULT_DELIVERY[belonging],
    now,
    nextDigest(now),
  ];
  const circles = [audience, ...earlier].map((one, index) => queryOf(one, `$${fixed.length + 1 + index}`));
  await em.query(
    // uuidv7 and the order of the recipients grow, so a hundred thousand rows are written side by side.
    `insert into outbox_message
       (district_id, id, kind, subject_id, recipient_id, news_id, topic, delivery, created_at, next_attempt_at)
     select $1, uuidv7(), $2, $3, account.id, $4, $5, chosen.delivery, $7,
       case chosen.delivery when 'weekly' then $8::timestamptz else $7 end
     from (${circles.map(({ sql }) => `(${sql})`).join(' except ')}) as recipient
     join account on account.id = recipient.id and account.erased_at is null
       and account.email not like '%@paper.invalid'
     left join notification_preference p on p.account_id = account.id and p.topic = $5
     left join mailbox on mailbox.account_id = account.id and $5 <> 'essential'
     cross join lateral (select coalesce(p.delivery, $6::text) as delivery) as chosen
     where chosen.delivery <> 'never' and mailbox.unreachable_since is null
     order by account.id
     ${isRepeat ? 'on conflict on constraint outbox_message_once do nothing' : ''}`,
    [...fixed, ...circles.map(({ value }) => value)],
  );
  // Where nobody was left to tell, what would have been told is kept for nobody.
  await em.query(
    `delete from news n where n.district_id = $1 and n.id = $2 and not exists (
       select from outbox_message m where m.district_id = n.district_id and m.news_id = n.id)`,
    [batch.districtId, newsId],
  );
}

/**
 * The first time nobody can have the message yet, and not asking that for each of a hundred thousand rows saves a seventh
 * of the time. Transactions that tell the same take turns, so that the second one sees what the first one told.
 */
async function wasToldBefore(em: EntityManager, batch: MessageBatch): Promise<boolean> {
  const about = [batch.districtId, batch.kind, batch.subjectId];
  await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`told ${about.join(' ')}`]);
  const [{ told }] = await em.query<[{ told: boolean }]>(
    'select exists (select from news where district_id = $1 and kind = $2 and subject_id = $3) as told',
    about,
  );
  return told;
}

function audienceOf({ recipients }: MessageBatch): Audience {
  return 'kind' in recipients ? recipients : { kind: 'people', ids: recipients };
}
