import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { parseEmail, SIGN_IN_ATTEMPTS, SIGN_IN_MINUTES, signInExpiry } from '@buurtstem/accounts-domain';
import { Mailer, signInMail } from '@buurtstem/notifications-api';
import { Clock, Config } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { countHit } from './rate-limit';
import { hashOfToken, randomCode, randomToken, Secrets } from './secrets';
import { SignInRequest } from './sign-in-request.entity';

const MINUTE = 60;
const HOUR = 3600;
/** Requests per mail address, and per network address (a library or a school shares one). */
const LIMITS = { perAddressPerMinute: 3, perAddressPerHour: 10, perNetworkPerMinute: 120 };

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
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
  ) {}

  /** `browserToken` is what the cookie of the asking browser holds; only that browser may hand the code in. */
  async execute(emailText: string, browserToken: string, networkAddress: string): Promise<SignInAnswer> {
    const em = this.dataSource.manager;
    await this.limit(em, `network:${networkAddress}`, LIMITS.perNetworkPerMinute, MINUTE);
    const email = parseEmail(emailText);
    if (!email.ok) {
      throw new Refusal(email.refusal, [
        { field: 'email', code: email.refusal, message: 'is not an e-mail address' },
      ]);
    }
    const { address, canonical } = email.value;
    await this.limit(em, `minute:${canonical}`, LIMITS.perAddressPerMinute, MINUTE);
    await this.limit(em, `hour:${canonical}`, LIMITS.perAddressPerHour, HOUR);

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
    await this.mail(address, request.id, code, token);
    return request;
  }

  private async mail(address: string, id: string, code: string, token: string): Promise<void> {
    // What stands after the # is not sent to a server when a mail scanner opens the link.
    const url = `${this.config.publicUrl}/inloggen?aanvraag=${id}#sleutel=${token}`;
    try {
      await this.mailer.send(address, signInMail(code, SIGN_IN_MINUTES, url));
    } catch (error) {
      this.logger.error(`The mail of request ${id} was not taken: ${String(error)}`);
      throw new Refusal('mail-not-sent');
    }
  }

  private limit(em: EntityManager, name: string, hits: number, seconds: number): Promise<void> {
    return countHit(em, { key: `sign-in:${this.secrets.pseudonymOf(name)}`, hits, seconds });
  }
}
