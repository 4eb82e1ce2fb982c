import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Bounces } from './bounces';
import { readStatusReport } from './status-report';

/** What became of a report that was handed in. */
export type RecordedReport = 'no-report' | 'unknown-mail' | 'no-failure' | 'recorded';

const MESSAGE_ID = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@/i;

/**
 * Records what a mail server reports of mail that it took first and could not deliver after. A report counts only where
 * it names a mail of ours and the address that it went to: anybody can send one, but nobody can guess those.
 */
@Injectable()
export class RecordBounces {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly bounces: Bounces,
  ) {}

  async execute(raw: string): Promise<RecordedReport> {
    const report = readStatusReport(raw);
    if (!report) return 'no-report';
    if (report.failed.length === 0) return 'no-failure';
    const messageId = MESSAGE_ID.exec(report.messageId ?? '')?.[1];
    if (messageId === undefined) return 'unknown-mail';
    return this.transaction.run(async (em) => {
      const [sent] = await em.query<{ account_id: string; email: string }[]>(
        `select account.id as account_id, account.email from outbox_message m
         join account on account.id = m.recipient_id where m.id = $1 and m.sent_at is not null`,
        [messageId],
      );
      const failure = report.failed.find(
        ({ recipient }) => recipient.toLowerCase() === sent?.email.toLowerCase(),
      );
      if (!sent || !failure) return 'unknown-mail';
      await this.bounces.record(
        em,
        {
          accountId: sent.account_id,
          messageId: messageId.toLowerCase(),
          source: 'reported',
          status: failure.status,
          detail: failure.detail,
        },
        await this.clock.now(em),
      );
      return 'recorded';
    });
  }
}
