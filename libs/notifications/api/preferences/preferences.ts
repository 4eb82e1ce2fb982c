import { Injectable } from '@nestjs/common';
import {
  DEFAULT_DELIVERY,
  DEFAULT_LANGUAGE,
  TOPICS,
  type Delivery,
  type Language,
  type Topic,
} from '@buurtstem/notifications-domain';
import type { EntityManager } from 'typeorm';
import { nextDigest } from '../digest/digest-moment';

export interface Preferences {
  readonly language: Language;
  readonly deliveries: Readonly<Record<Topic, Delivery>>;
  /** Since when mail does not arrive; null where it does, as far as anybody knows. */
  readonly unreachableSince: Date | null;
}

/** How people want to hear of things, as the database keeps it. What waits in the outbox follows every change. */
@Injectable()
export class PreferenceStore {
  async of(em: EntityManager, accountId: string): Promise<Preferences> {
    const [mailbox] = await em.query<{ language: Language; unreachable_since: Date | null }[]>(
      'select language, unreachable_since from mailbox where account_id = $1',
      [accountId],
    );
    const chosen = await em.query<{ topic: Topic; delivery: Delivery }[]>(
      'select topic, delivery from notification_preference where account_id = $1',
      [accountId],
    );
    const deliveryOf = (topic: Topic): Delivery =>
      chosen.find((one) => one.topic === topic)?.delivery ?? DEFAULT_DELIVERY[topic];
    return {
      language: mailbox?.language ?? DEFAULT_LANGUAGE,
      deliveries: Object.fromEntries(TOPICS.map((topic) => [topic, deliveryOf(topic)])) as Record<
        Topic,
        Delivery
      >,
      unreachableSince: mailbox?.unreachable_since ?? null,
    };
  }

  async speak(em: EntityManager, accountId: string, language: Language): Promise<void> {
    await em.query(
      `insert into mailbox (account_id, language) values ($1, $2)
       on conflict (account_id) do update set language = excluded.language`,
      [accountId, language],
    );
  }

  /** What waits of the topic is dropped, goes at once, or goes into the next digest; what is on its way stays so. */
  async deliver(
    em: EntityManager,
    accountId: string,
    topic: Topic,
    delivery: Delivery,
    now: Date,
  ): Promise<void> {
    await em.query(
      `insert into notification_preference (account_id, topic, delivery, changed_at) values ($1, $2, $3, $4)
       on conflict (account_id, topic) do update set delivery = excluded.delivery, changed_at = excluded.changed_at`,
      [accountId, topic, delivery, now],
    );
    const waiting = 'recipient_id = $1 and topic = $2 and sent_at is null and given_up_at is null';
    switch (delivery) {
      case 'never':
        await em.query(`delete from outbox_message where ${waiting}`, [accountId, topic]);
        return;
      case 'immediate':
        await em.query(
          `update outbox_message set delivery = 'immediate', next_attempt_at = $3
           where ${waiting} and delivery = 'weekly' and digest_id is null`,
          [accountId, topic, now],
        );
        return;
      case 'weekly':
        await em.query(
          `update outbox_message set delivery = 'weekly', next_attempt_at = $3
           where ${waiting} and delivery = 'immediate' and attempts = 0`,
          [accountId, topic, nextDigest(now)],
        );
    }
  }

  /** Back to what goes for who chose nothing. */
  async undo(em: EntityManager, accountId: string, topics: readonly Topic[]): Promise<void> {
    await em.query(
      `delete from notification_preference where account_id = $1 and topic = any($2::text[]) and delivery = 'never'`,
      [accountId, topics],
    );
  }

  /** The owner says that the address works: what bounced before counts no more. */
  async confirmAddress(em: EntityManager, accountId: string, now: Date): Promise<void> {
    await em.query(
      `insert into mailbox (account_id, confirmed_at) values ($1, $2)
       on conflict (account_id) do update set unreachable_since = null, confirmed_at = excluded.confirmed_at`,
      [accountId, now],
    );
  }
}
