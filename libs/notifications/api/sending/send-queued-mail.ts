import { Injectable, Logger } from '@nestjs/common';
import { Clock, Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DigestMail } from '../digest/digest-mail';
import type { MailText } from '../mails/mail-text';
import { newsMail } from '../messages';
import { StopLinks } from '../one-click/stop-links';
import { withTitlesNow } from '../titles';
import { Bounces } from './bounces';
import { deliveryFailure, type DeliveryFailure } from './delivery-failure';
import { isDigest, TakeDueMail, type DueMail } from './due-mail';
import { Mailer } from './mailer';

/** As many as the mailer has lines to the server. */
const AT_ONCE = 3;
/** With the waits between them these are two days. */
const MAX_ATTEMPTS = 15;
/** Longest wait between two attempts, in minutes; and while the server is down, which may be over any moment. */
const MAX_WAIT = 360;
const MAX_WAIT_FOR_SERVER = 15;

/**
 * Sends what waits in the outbox.
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
    private readonly dueMail: TakeDueMail,
    private readonly digestMail: DigestMail,
    private readonly stopLinks: StopLinks,
    private readonly bounces: Bounces,
  ) {}

  /** Takes one batch and sends it; answers how many it took, and 0 when nothing can be sent now. */
  async execute(): Promise<number> {
    const taken = await this.dueMail.execute();
    const waiting = [...taken];
    let serverIsUp = true;
    const line = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail; mail = serverIsUp ? waiting.shift() : undefined)
        if (!(await this.sendOne(mail))) serverIsUp = false;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
    await this.putBack(waiting);
    return serverIsUp ? taken.length : 0;
  }

  /** Answers whether the mail server is there. */
  private async sendOne(mail: DueMail): Promise<boolean> {
    try {
      const text = await this.textOf(mail);
      // A digest of which nothing is left is no mail.
      if (text === null) return true;
      await this.mailer.send(mail.email, text, mail.id);
    } catch (error) {
      const failure = deliveryFailure(error);
      await this.afterFailure(mail, failure, String(error).slice(0, 500));
      return failure.kind !== 'server-down';
    }
    const now = await this.clock.now(this.dataSource.manager);
    await this.dataSource.query(
      `update outbox_message set sent_at = $3, last_error = ''
       where district_id = $1 and (id = $2 or digest_id = $2) and sent_at is null`,
      [mail.district_id, mail.id, now],
    );
    return true;
  }

  private async textOf(mail: DueMail): Promise<MailText | null> {
    if (isDigest(mail)) return this.digestMail.compose(mail);
    const text = newsMail(withTitlesNow(mail, mail.titles), this.config.publicUrl, mail.language);
    if (mail.topic === 'essential') return text;
    return { ...text, stop: this.stopLinks.forTopic(mail.recipient_id, mail.topic, mail.language) };
  }

  private async afterFailure(mail: DueMail, failure: DeliveryFailure, detail: string): Promise<void> {
    const isLast =
      failure.kind === 'refused' || (failure.kind === 'deferred' && mail.attempts >= MAX_ATTEMPTS);
    if (isLast) return this.giveUp(mail, failure, detail);
    const most = failure.kind === 'server-down' ? MAX_WAIT_FOR_SERVER : MAX_WAIT;
    const wait = Math.min(2 ** mail.attempts, most);
    const now = await this.clock.now(this.dataSource.manager);
    await this.dataSource.query(
      `update outbox_message set last_error = $3, next_attempt_at = $4::timestamptz + make_interval(mins => $5)
       where district_id = $1 and id = $2`,
      [mail.district_id, mail.id, detail, now, wait],
    );
    this.logger.warn(`Message ${mail.id} was not taken (attempt ${mail.attempts}); again in ${wait} min.`);
  }

  private async giveUp(
    mail: DueMail,
    failure: Exclude<DeliveryFailure, { kind: 'server-down' }>,
    detail: string,
  ): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      const now = await this.clock.now(em);
      await em.query(
        `update outbox_message set given_up_at = $3, last_error = $4
         where district_id = $1 and (id = $2 or digest_id = $2) and sent_at is null`,
        [mail.district_id, mail.id, now, detail],
      );
      await this.bounces.record(
        em,
        {
          accountId: mail.recipient_id,
          messageId: mail.id,
          source: failure.kind === 'refused' ? 'refused' : 'gave-up',
          status: failure.status,
          detail,
        },
        now,
      );
    });
    this.logger.warn(`Message ${mail.id} cannot be delivered (${failure.status}); it is given up.`);
  }

  /** What was taken and not tried, since the server is down, is due again in a minute, as if nothing had happened. */
  private async putBack(mails: readonly DueMail[]): Promise<void> {
    if (mails.length === 0) return;
    const now = await this.clock.now(this.dataSource.manager);
    await this.dataSource.query(
      `update outbox_message m set attempts = m.attempts - 1, next_attempt_at = $3::timestamptz + interval '1 minute'
       from unnest($1::integer[], $2::uuid[]) as back(district_id, id)
       where m.district_id = back.district_id and m.id = back.id and m.sent_at is null`,
      [mails.map(({ district_id }) => district_id), mails.map(({ id }) => id), now],
    );
  }
}
