import type { DistrictId, ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import type { Message } from './messages';

export type MessageBatch = Message & {
  readonly districtId: DistrictId;
  /** What the message is about, such as the round: nobody gets the same kind about the same thing twice. */
  readonly subjectId: string;
  readonly recipients: readonly ResidentId[];
};

/**
 * Queues one message per recipient in the caller's transaction: they are sent if, and only if, it commits.
 * Whoever erased their account, or is known from a sheet of paper alone, has no mailbox.
 */
export async function queueMessages(em: EntityManager, batch: MessageBatch, now: Date): Promise<void> {
  if (batch.recipients.length === 0) return;
  await em.query(
    `insert into outbox_message
       (district_id, id, kind, subject_id, recipient_id, payload, created_at, next_attempt_at)
     select $1, gen_random_uuid(), $2, $3, recipient, $5, $6, $6
     from unnest($4::uuid[]) as recipient
     join account on account.id = recipient and account.erased_at is null
       and account.email not like '%@paper.invalid'
     on conflict on constraint outbox_message_once do nothing`,
    [batch.districtId, batch.kind, batch.subjectId, batch.recipients, batch.news, now],
  );
}
