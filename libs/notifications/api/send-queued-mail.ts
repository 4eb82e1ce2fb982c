import { Injectable, Logger } from '@nestjs/common';
import { Clock, Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Mailer } from './mailer';
import { newsMail, type Message } from './messages';
import { NAMES_HIDDEN, TITLES_NOW, withTitlesNow, type TitlesNow } from './titles';

const BATCH = 50;
/** A message that a worker took and did not finish is free again after this. */
const LEASE = '5 minutes';
const MAX_ATTEMPTS = 12;
/** Longest wait between two attempts, in minutes. */
const MAX_WAIT = 360;

type TakenMessage = Message & {
  readonly district_id: number;
  readonly id: string;
  readonly titles: TitlesNow;
  readonly attempts: number;
  readonly email: string;
};

/**
 * Sends what waits in the outbox. Any number of workers may do so at once: each takes rows that no other has.
 * What names a plan that is hidden waits, without an attempt, until that is lifted.
 * A message is marked as sent only after the mail server took it, so a crash in between sends one twice at most,
 * under the same Message-ID, and loses none.
 */
@Injectable()
export class SendQueuedMail {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Takes one batch and sends it; answers how many it took, so that 0 means nothing is due. */
  async execute(): Promise<number> {
    const taken = await this.take();
    for (const message of taken) await this.sendOne(message);
    return taken.length;
  }

  private async take(): Promise<TakenMessage[]> {
    return this.dataSource.transaction(async (em) => {
      const now = await this.clock.now(em);
      // The lease is written before anything is sent: a worker that dies leaves nothing locked.
      const [rows] = await em.query<[TakenMessage[], number]>(
        `update outbox_message as m
         set attempts = m.attempts + 1, next_attempt_at = $1::timestamptz + interval '${LEASE}'
         from (
           select m.district_id, m.id from outbox_message m
           where m.sent_at is null and m.next_attempt_at <= $1 and m.attempts < ${MAX_ATTEMPTS}
             and exists (select from account a where a.id = m.recipient_id and a.erased_at is null)
             and not ${NAMES_HIDDEN}
           order by m.next_attempt_at limit ${BATCH}
           for update of m skip locked
         ) as due, account
         where m.district_id = due.district_id and m.id = due.id and account.id = m.recipient_id
         returning m.district_id, m.id, m.kind, m.payload as news, ${TITLES_NOW} as titles, m.attempts, account.email`,
        [now],
      );
      return rows;
    });
  }

  private async sendOne(message: TakenMessage): Promise<void> {
    const key = [message.district_id, message.id];
    const em = this.dataSource.manager;
    try {
      await this.mailer.send(
        message.email,
        newsMail(withTitlesNow(message, message.titles), this.config.publicUrl),
        message.id,
      );
    } catch (error) {
      const wait = Math.min(2 ** message.attempts, MAX_WAIT);
      const now = await this.clock.now(em);
      await em.query(
        `update outbox_message set last_error = $3, next_attempt_at = $4::timestamptz + make_interval(mins => $5)
         where district_id = $1 and id = $2`,
        [...key, String(error).slice(0, 500), now, wait],
      );
      this.logger.warn(
        `Message ${message.id} was not taken (attempt ${message.attempts}); again in ${wait} min.`,
      );
      return;
    }
    const now = await this.clock.now(em);
    await em.query(
      `update outbox_message set sent_at = $3, last_error = '' where district_id = $1 and id = $2`,
      [...key, now],
    );
  }
}
