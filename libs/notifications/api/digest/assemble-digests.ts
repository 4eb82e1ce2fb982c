import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DIGEST_KIND } from './digest-kind';
import { lastDigest, nextDigest } from './digest-moment';

/** People whose digest is put together in one transaction. */
const BATCH = 500;
/** Workers that meet would only wait for each other's rows: the constraint on the outbox is what keeps it once. */
const LOCK = 0x6469_6765;

/**
 * Puts the messages that wait for the digest into one mail per person and district. A digest is a message of the outbox
 * itself, so that it is sent, tried again and given up like any other; a message that is in one is in no other.
 */
@Injectable()
export class AssembleDigests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Does so for a number of people; answers for how many, so that 0 means that nobody waits, or that another does it. */
  execute(): Promise<number> {
    return this.dataSource.transaction(async (em) => {
      const [lock] = await em.query<{ free: boolean }[]>('select pg_try_advisory_xact_lock($1) as free', [
        LOCK,
      ]);
      if (!lock?.free) return 0;
      const now = await this.clock.now(em);
      const people = await em.query<{ district_id: number; recipient_id: string }[]>(
        `select district_id, recipient_id from outbox_message
         where sent_at is null and given_up_at is null and delivery = 'weekly' and digest_id is null
           and next_attempt_at <= $1
         group by district_id, recipient_id order by district_id, recipient_id limit ${BATCH}`,
        [now],
      );
      if (people.length === 0) return 0;
      const moment = lastDigest(now);
      const districts = people.map(({ district_id }) => district_id);
      const recipients = people.map(({ recipient_id }) => recipient_id);
      const newsIds = new Map([...new Set(districts)].map((district) => [district, randomUUID()]));
      await em.query(
        `insert into news (district_id, id, kind, subject_id, payload, created_at)
         select district_id, id, '${DIGEST_KIND}', md5($4::text)::uuid, '{}', $3
         from unnest($1::integer[], $2::uuid[]) as n(district_id, id)`,
        [[...newsIds.keys()], [...newsIds.values()], now, moment.toISOString()],
      );
      // One a week, person and district: the moment is what the digest is about.
      await em.query(
        `insert into outbox_message
           (district_id, id, kind, subject_id, recipient_id, news_id, topic, delivery, created_at, next_attempt_at)
         select district_id, uuidv7(), '${DIGEST_KIND}', md5($4::text)::uuid, recipient_id, news_id, 'essential',
           'immediate', $5::timestamptz, $5::timestamptz
         from unnest($1::integer[], $2::uuid[], $3::uuid[]) as person(district_id, recipient_id, news_id)
         on conflict on constraint outbox_message_once do nothing`,
        [
          districts,
          recipients,
          districts.map((district) => newsIds.get(district)),
          moment.toISOString(),
          now,
        ],
      );
      await em.query(
        `update outbox_message m set digest_id = d.id
         from unnest($1::integer[], $2::uuid[]) as person(district_id, recipient_id)
         join outbox_message d on d.district_id = person.district_id and d.recipient_id = person.recipient_id
           and d.kind = '${DIGEST_KIND}' and d.subject_id = md5($3::text)::uuid
         where m.district_id = person.district_id and m.recipient_id = person.recipient_id
           and m.sent_at is null and m.given_up_at is null and m.delivery = 'weekly' and m.digest_id is null
           and m.next_attempt_at <= $4 and d.attempts = 0 and d.sent_at is null`,
        [districts, recipients, moment.toISOString(), now],
      );
      // Where this week's is on its way already, the next one takes along what came after it.
      await em.query(
        `update outbox_message m set next_attempt_at = $4::timestamptz
         from unnest($1::integer[], $2::uuid[]) as person(district_id, recipient_id)
         where m.district_id = person.district_id and m.recipient_id = person.recipient_id
           and m.sent_at is null and m.given_up_at is null and m.delivery = 'weekly' and m.digest_id is null
           and m.next_attempt_at <= $3`,
        [districts, recipients, now, nextDigest(now)],
      );
      await em.query(
        `delete from news n using unnest($1::integer[], $2::uuid[]) as made(district_id, id)
         where n.district_id = made.district_id and n.id = made.id and not exists (
           select from outbox_message m where m.district_id = n.district_id and m.news_id = n.id)`,
        [[...newsIds.keys()], [...newsIds.values()]],
      );
      return people.length;
    });
  }
}
