import { Injectable, Logger } from '@nestjs/common';
import {
  API_PREFIX,
  Config,
  Limits,
  toRefusal,
  type Allowance,
  type CurrentAccount,
  type OidcSettings,
} from '@buurtstem/platform-api';
import { Refusal, type RefusalCode, type ResidentId } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { Broker, BROKER_CALLBACK } from './broker';
import type { BrokerOutcome, BrokerStrategy } from './broker-strategy';
import { LinkIdentity } from './link-identity';

/** Who went to the identity provider, for which district, and which page to come back to. */
export interface BrokerStart {
  readonly districtId: number;
  readonly accountId: ResidentId;
  readonly returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    /** The last time that this session went to the identity provider. */
    brokerStart?: BrokerStart;
  }
}

const STARTS_PER_ACCOUNT: Allowance = { hits: 20, seconds: 900 };

/** The way to the identity provider and back. It belongs to the session, and to the account, that set out. */
@Injectable()
export class BrokerLogin {
  private readonly logger = new Logger('Broker');

  constructor(
    private readonly config: Config,
    private readonly broker: Broker,
    private readonly limits: Limits,
    private readonly linkIdentity: LinkIdentity,
  ) {}

  /** Answers where to send the browser: to the provider, or back with the reason why that cannot be. */
  async start(start: BrokerStart, request: Request): Promise<string> {
    const { settings } = this.broker;
    await this.limits.hit('broker by account', start.accountId, STARTS_PER_ACCOUNT);
    return this.orBackTo(start.returnTo, async () => {
      const strategy = await this.strategy(settings);
      const outcome = await strategy.ask(request);
      if (outcome.kind !== 'sent') throw this.refusalOf(outcome);
      request.session.brokerStart = start;
      return outcome.url;
    });
  }

  /** Answers where to send the browser: to the page that it set out from, which learns what came of it. */
  async finish(resident: CurrentAccount | null, request: Request): Promise<string> {
    if (!resident) return '/inloggen';
    const { brokerStart } = request.session;
    // Another browser's answer: there is no page of ours to go back to.
    if (!brokerStart) return backTo('/', 'broker-answer-refused');
    return this.orBackTo(brokerStart.returnTo, async () => {
      const strategy = await this.strategy(this.broker.settings);
      const outcome = await strategy.judgeAnswer(request);
      if (outcome.kind !== 'proven') throw this.refusalOf(outcome);
      if (brokerStart.accountId !== resident.id) throw new Refusal('broker-answer-refused');
      await this.linkIdentity.execute(brokerStart, outcome.subject);
      return backTo(brokerStart.returnTo, 'bevestigd');
    });
  }

  private async strategy(settings: OidcSettings): Promise<BrokerStrategy> {
    // Only where there is an identity provider.
    const { BrokerStrategy } = await import('./broker-strategy');
    const callbackUrl = `${this.config.publicUrl}/${API_PREFIX}/${BROKER_CALLBACK}`;
    return new BrokerStrategy(await this.broker.configuration(), settings, callbackUrl);
  }

  /** A browser is on its way, so a refusal is told by the page that it comes back to. */
  private async orBackTo(page: string, work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      const { code } = toRefusal(error);
      if (!(error instanceof Refusal)) this.logger.error(`${code}: ${String(error)}`);
      return backTo(page, code);
    }
  }

  /** What the library says goes into the log, without the cause: that may hold a token. */
  private refusalOf(outcome: BrokerOutcome): Refusal {
    const error = outcome.kind === 'refused' ? outcome.error : new Error('an answer out of turn');
    if (error instanceof Refusal) return error;
    const code = codeOf(error);
    this.logger.warn(`${code}: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
    return new Refusal(code);
  }
}

function backTo(page: string, outcome: RefusalCode | 'bevestigd'): string {
  const url = new URL(page, 'http://localhost');
  url.searchParams.set('identiteit', outcome);
  return `${url.pathname}${url.search}`;
}

const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  // What the provider itself says when it cannot, in the address back (RFC 6749, 4.1.2.1).
  'server_error',
  'temporarily_unavailable',
]);

/** No connection, no answer in time, or the page of a proxy in the provider's place is not a wrong answer. */
function codeOf(error: unknown): RefusalCode {
  const { error: said, code, status, cause } = Object(error) as Record<string, unknown>;
  if (said === 'access_denied') return 'broker-cancelled';
  if (typeof status === 'number') return status >= 500 ? 'broker-unavailable' : 'broker-answer-refused';
  // The library gives a code to all that it understood, and wraps the rest.
  const isSilent = code === undefined && said === undefined && cause !== undefined;
  return isSilent || [said, code].some((name) => NO_ANSWER.has(String(name)))
    ? 'broker-unavailable'
    : 'broker-answer-refused';
}
