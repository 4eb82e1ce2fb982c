import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { SIGN_IN_ATTEMPTS, SIGN_IN_MINUTES, signInExpiry } from '@buurtstem/accounts-domain';
import { Mailer, MailLanguage, signInMail } from '@buurtstem/notifications-api';
import { Clock, Config, Limits } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { parseOwnEmail } from './own-email';
import { hashOfToken, randomCode, randomToken, Secrets } from './secrets';
import { SignInRequest } from './sign-in-request.entity';

/** Requests per network (a library or a school shares one), and per mail address. */
const PER_NETWORK = { hits: 120, seconds: 60 };
const PER_ADDRESS = [
  { hits: 3, seconds: 60 },
  { hits: 10, seconds: 3600 },
];

export interface SignInAnswer {
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * Mails a code and a link. An address with an account and one without get the same answer, the same mail and
 * the same work, since an account is made only when the code comes back.
 */
@Injectable()
export class RequestSignIn {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly language: MailLanguage,
  ) {}

  /** `browserToken` is what the cookie of the asking browser holds; only that browser may hand the code in. */
  async execute(emailText: string, browserToken: string, network: string): Promise<SignInAnswer> {
    await this.limits.hit('sign-in-network', network, PER_NETWORK);
    const { address, canonical } = parseOwnEmail(emailText);
    await this.limits.hit('sign-in-address', canonical, ...PER_ADDRESS);

    const em = this.dataSource.manager;
    const now = await this.clock.now(em);
    const request = { id: randomUUID(), expiresAt: signInExpiry(now) };
    const [code, token] = [randomCode(), randomToken()];
    await em.insert(SignInRequest, {
      ...request,
      email: address,
      emailCanonical: canonical,
      codeHash: this.secrets.hashOfCode(request.id, code),
      tokenHash: hashOfToken(token),
      browserHash: hashOfToken(browserToken),
      attemptsLeft: SIGN_IN_ATTEMPTS,
      createdAt: now,
      usedAt: null,
    });
    await this.mail({ address, canonical }, request.id, code, token);
    return request;
  }

  private async mail(
    { address, canonical }: ReturnType<typeof parseOwnEmail>,
    id: string,
    code: string,
    token: string,
  ): Promise<void> {
    // What stands after the # is not sent to a server when a mail scanner opens the link.
    const url = `${this.config.publicUrl}/inloggen?aanvraag=${id}#sleutel=${token}`;
    try {
      const language = await this.language.ofAddress(canonical);
      await this.mailer.send(address, signInMail(code, SIGN_IN_MINUTES, url, language));
    } catch (error) {
      this.logger.error(`The mail of request ${id} was not taken: ${String(error)}`);
      throw new Refusal('mail-not-sent');
    }
  }
}
