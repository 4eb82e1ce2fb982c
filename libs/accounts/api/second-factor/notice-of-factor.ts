import { Injectable, Logger } from '@nestjs/common';
import { Mailer, MailLanguage, secondFactorMail } from '@buurtstem/notifications-api';
import { Config } from '@buurtstem/platform-api';
import { parseOwnEmail } from '../own-email';

/** Tells the owner of an account that a second factor was added: it may have been somebody else. */
@Injectable()
export class NoticeOfFactor {
  private readonly logger = new Logger('SecondFactor');

  constructor(
    private readonly mailer: Mailer,
    private readonly language: MailLanguage,
    private readonly config: Config,
  ) {}

  /** The factor is there already; a mail server that is away does not take it back. */
  async send(email: string, label: string): Promise<void> {
    try {
      const language = await this.language.ofAddress(parseOwnEmail(email).canonical);
      await this.mailer.send(
        email,
        secondFactorMail(label, `${this.config.publicUrl}/tweede-stap`, language),
      );
    } catch (error) {
      this.logger.error(`The notice of a new second factor was not taken: ${String(error)}`);
    }
  }
}
