import { createTransport, type Transporter } from 'nodemailer';
import { Clock, type Config } from '@buurtstem/platform-api';
import type { DataSource } from 'typeorm';
import { NotOneAddress } from './delivery-failure';
import { toHtml, toPlainText, type MailText } from '../mails/mail-text';

/** Delivers one mail; resolves when the mail server has taken it, and rejects when it has not. */
export abstract class Mailer {
  abstract send(to: string, mail: MailText, id?: string): Promise<void>;
  abstract close(): void;
}

/** One address, nothing that could be read as a list, a group or a second header. */
const ONE_ADDRESS = /^[^\s@<>",;:()[\]\\]+@[a-z0-9.-]+$/i;
const PATIENCE_MS = 10_000;

/** Sends through the server of SMTP_URL. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor(smtpUrl: string, from: string) {
    super();
    this.from = from;
    const patience = {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: 3 * PATIENCE_MS,
    };
    this.transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 3,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...patience,
    });
  }

  override async send(to: string, mail: MailText, id?: string): Promise<void> {
    // A string would be parsed, and `a@x.nl\r\nBcc: b@x` is then delivered to b: so never a string.
    if (!ONE_ADDRESS.test(to)) throw new NotOneAddress();
    await this.transport.sendMail({
      from: { name: 'Buurtstem', address: this.from },
      to: { name: '', address: to },
      subject: mail.subject.replace(/[\r\n]+/g, ' '),
      text: toPlainText(mail),
      html: toHtml(mail),
      // The same message again has the same name, so a mailbox can tell.
      ...(id !== undefined && { messageId: `<${id}@${this.from.split('@')[1] ?? 'buurtstem'}>` }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        // RFC 2369 and RFC 8058: a mail program shows its own button, and posts to this address when it is pressed.
        ...(mail.stop && {
          'List-Unsubscribe': `<${mail.stop.oneClick}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  }

  override close(): void {
    this.transport.close();
  }
}

/** In demo and test: mail lands in a table that `/dev/mail` shows. */
export class MailboxMailer extends Mailer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async send(to: string, mail: MailText): Promise<void> {
    const em = this.dataSource.manager;
    await em.query('insert into dev_mail (recipient, subject, body, sent_at) values ($1, $2, $3, $4)', [
      to,
      mail.subject,
      toPlainText(mail),
      await this.clock.now(em),
    ]);
  }

  override close(): void {
    // The table has nothing to close.
  }
}

/** SMTP where it is set; the mailbox page only where there are dev tools. */
export function mailerFor(config: Config, dataSource: DataSource, clock: Clock): Mailer {
  if (config.smtpUrl !== null) return new SmtpMailer(config.smtpUrl, config.mailFrom);
  if (!config.hasDevTools) throw new Error('SMTP_URL is missing.');
  return new MailboxMailer(dataSource, clock);
}
