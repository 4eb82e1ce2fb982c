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
 * Several batches are about one event, in order of preference: who got an earlier one gets none of the later.
 */
export async function queueMessages(
  em: EntityManager,
  batches: MessageBatch | readonly MessageBatch[],
  now: Date,
): Promise<void> {
  const earlier: MessageBatch[] = [];
  for (const batch of [batches].flat() as MessageBatch[]) {
    await queueBatch(em, batch, earlier, now);
    earlier.push(batch);
  }
}

async function queueBatch(
  em: EntityManager,
  batch: MessageBatch,
  earlier: readonly MessageBatch[],
  now: Date,
): Promise<void> {
  const audience = audienceOf(batch);
  if (audience.kind === 'people' && audience.ids.length === 0) return;
  const belonging = belongingOf(batch.kind, partOf(audience));
  const { sql, value } = queryOf(audience);
  const newsId = randomUUID();
  await em.query('insert into news (district_id, id, payload, created_at) values ($1, $2, $3, $4)', [
    batch.districtId,
    newsId,
    batch.news,
    now,
  ]);
  const queued = await em.query<unknown[]>(
    // uuidv7 grows, so a hundred thousand of them are written at the end of the key and not all over it.
    `with written as (
       insert into outbox_message
         (district_id, id, kind, subject_id, recipient_id, news_id, topic, delivery, created_at, next_attempt_at)
       select $1, uuidv7(), $3, $4, account.id, $5, $6, chosen.delivery, $8,
         case chosen.delivery when 'weekly' then $9::timestamptz else $8 end
       from (${sql}) as recipient
       join account on account.id = recipient.id and account.erased_at is null
         and account.email not like '%@paper.invalid'
       left join notification_preference p on p.account_id = account.id and p.topic = $6
       left join mailbox on mailbox.account_id = account.id
       cross join lateral (select coalesce(p.delivery, $7::text) as delivery) as chosen
       where chosen.delivery <> 'never' and ($6 = 'essential' or mailbox.unreachable_since is null)
         and not exists (
           select from unnest($10::text[], $11::uuid[]) as told(kind, subject_id)
           join outbox_message m on m.district_id = $1 and m.recipient_id = account.id
             and m.kind = told.kind and m.subject_id = told.subject_id)
       on conflict on constraint outbox_message_once do nothing
       returning 1)
     select from written limit 1`,
    [
      batch.districtId,
      value,
      batch.kind,
      batch.subjectId,
      newsId,
      belonging,
      belonging === 'essential' ? 'immediate' : DEFAULT_DELIVERY[belonging],
      now,
      nextDigest(now),
      earlier.map(({ kind }) => kind),
      earlier.map(({ subjectId }) => subjectId),
    ],
  );
  // Nobody was left to tell: what would have been told is kept for nobody.
  if (queued.length === 0)
    await em.query('delete from news where district_id = $1 and id = $2', [batch.districtId, newsId]);
}

function audienceOf({ recipients }: MessageBatch): Audience {
  return 'kind' in recipients ? recipients : { kind: 'people', ids: recipients };
}
