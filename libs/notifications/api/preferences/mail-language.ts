import { Injectable } from '@nestjs/common';
import { DEFAULT_LANGUAGE, type Language } from '@buurtstem/notifications-domain';
import { DataSource } from 'typeorm';

/** The language of mail that is not about anything in the outbox, such as the code to sign in with. */
@Injectable()
export class MailLanguage {
  constructor(private readonly dataSource: DataSource) {}

  /** The same query for an address with an account and one without, so that it tells nobody which is which. */
  async ofAddress(emailCanonical: string): Promise<Language> {
    const [mailbox] = await this.dataSource.query<{ language: Language }[]>(
      `select mailbox.language from account join mailbox on mailbox.account_id = account.id
       where account.email_canonical = $1 and account.erased_at is null order by account.household_position limit 1`,
      [emailCanonical],
    );
    return mailbox?.language ?? DEFAULT_LANGUAGE;
  }
}
