import { Injectable } from '@nestjs/common';
import { DEFAULT_LANGUAGE, type Language } from '@buurtstem/notifications-domain';
import { Clock } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DIGEST_KIND } from '../digest/digest-kind';
import type { ToldMessage } from '../messages';
import { NAMES_HIDDEN, TITLES_NOW, type TitlesNow } from '../titles';
import { Pace } from './pace';

const BATCH = 50;
/** A message that a worker took and did not finish is free again after this; longer than a slow batch takes. */
const LEASE = '15 minutes';

export interface Addressed {
  readonly district_id: number;
  readonly id: string;
  readonly recipient_id: string;
  readonly attempts: number;
  readonly email: string;
  readonly language: Language;
}
export type DueMessage = Addressed & ToldMessage & { readonly titles: TitlesNow };
export type DueDigest = Addressed & { readonly kind: typeof DIGEST_KIND };
export type DueMail = DueMessage | DueDigest;

export function isDigest(mail: DueMail): mail is DueDigest {
  return mail.kind === DIGEST_KIND;
}

/**
 * Takes what is due from the outbox, as much as the pace allows. Any number of workers may do so at once: each takes
 * rows that no other has. What names a plan that is hidden waits, without an attempt, until that is lifted.
 */
@Injectable()
export class TakeDueMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly pace: Pace,
  ) {}

  execute(): Promise<DueMail[]> {
    return this.dataSource.transaction(async (em) => {
      const most = await this.pace.allowance(em, BATCH);
      if (most === 0) return [];
      const now = await this.clock.now(em);
      // The lease is written before anything is sent: a worker that dies leaves nothing locked.
      const [taken] = await em.query<[DueMail[], number]>(
        `update outbox_message as m
         set attempts = m.attempts + 1, next_attempt_at = $1::timestamptz + interval '${LEASE}'
         from (
           select m.district_id, m.id from outbox_message m
           join news n on n.district_id = m.district_id and n.id = m.news_id
           where m.sent_at is null and m.given_up_at is null and m.delivery = 'immediate' and m.next_attempt_at <= $1
             and exists (select from account a where a.id = m.recipient_id and a.erased_at is null)
             and not ${NAMES_HIDDEN}
           order by m.next_attempt_at limit $2
           for update of m skip locked
         ) as due, account, news n
         where m.district_id = due.district_id and m.id = due.id and account.id = m.recipient_id
           and n.district_id = m.district_id and n.id = m.news_id
         returning m.district_id, m.id, m.recipient_id, m.kind, m.topic, n.payload as news, ${TITLES_NOW} as titles,
           m.attempts, account.email,
           coalesce((select language from mailbox where account_id = account.id), '${DEFAULT_LANGUAGE}') as language`,
        [now, most],
      );
      if (taken.length > 0) await this.pace.pay(em, taken.length);
      return taken;
    });
  }
}
