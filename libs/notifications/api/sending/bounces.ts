import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** So many mails in a row that did not arrive, and the address is taken not to work. */
const IN_A_ROW = 3;

export interface Bounce {
  readonly accountId: string;
  /** The mail's own id, as it stands in its Message-ID. */
  readonly messageId: string;
  readonly source: 'refused' | 'gave-up' | 'reported';
  /** An enhanced status code (RFC 3463) where the server gave one, else what it did give. */
  readonly status: string;
  readonly detail: string;
}

/**
 * Remembers that a mail did not arrive. Where that is so of the last three mails to somebody, they get no mail of a
 * topic any more until they say that the address works; what waits of it is dropped, since it would not arrive either.
 */
@Injectable()
export class Bounces {
  async record(em: EntityManager, bounce: Bounce, now: Date): Promise<void> {
    const { accountId } = bounce;
    await em.query(
      `insert into mail_bounce (account_id, message_id, source, status, detail, noticed_at)
       values ($1, $2, $3, $4, $5, $6) on conflict on constraint mail_bounce_once do nothing`,
      [accountId, bounce.messageId, bounce.source, bounce.status, bounce.detail.slice(0, 500), now],
    );
    const [row] = await em.query<{ bounced: number }[]>(
      // A mail that was sent before the owner said that the address works proves nothing of it now.
      `select count(b.message_id)::integer as bounced
       from (
         select m.id from outbox_message m left join mailbox on mailbox.account_id = m.recipient_id
         where m.recipient_id = $1 and m.digest_id is null and m.delivery = 'immediate'
           and coalesce(m.sent_at, m.given_up_at) > coalesce(mailbox.confirmed_at, '-infinity')
         order by coalesce(m.sent_at, m.given_up_at) desc, m.id desc limit ${IN_A_ROW}
       ) as last
       left join mail_bounce b on b.account_id = $1 and b.message_id = last.id`,
      [accountId],
    );
    if ((row?.bounced ?? 0) >= IN_A_ROW) await this.stopTopics(em, accountId, now);
  }

  private async stopTopics(em: EntityManager, accountId: string, now: Date): Promise<void> {
    await em.query(
      `insert into mailbox (account_id, unreachable_since) values ($1, $2)
       on conflict (account_id) do update set unreachable_since = coalesce(mailbox.unreachable_since, $2)`,
      [accountId, now],
    );
    await em.query(
      `delete from outbox_message where recipient_id = $1 and topic <> 'essential'
         and sent_at is null and given_up_at is null`,
      [accountId],
    );
  }
}
