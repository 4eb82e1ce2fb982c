import { Injectable, Logger } from '@nestjs/common';
import { API_PREFIX, Config, Limits, type Allowance, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal, type RefusalCode, type ResidentId } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { Broker, BROKER_CALLBACK } from './broker';
import { BrokerStrategy, type BrokerOutcome } from './broker-strategy';
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
    try {
      const outcome = await (await this.strategy(settings)).run(request);
      if (outcome.kind !== 'sent') throw refusalOf(outcome);
      request.session.brokerStart = start;
      return outcome.url;
    } catch (error) {
      return backTo(start.returnTo, this.codeOf(error));
    }
  }

  /** Answers where to send the browser: to the page that it set out from, which learns what came of it. */
  async finish(resident: CurrentAccount | null, request: Request): Promise<string> {
    if (!resident) return '/inloggen';
    const { brokerStart } = request.session;
    // Another browser's answer: there is no page of ours to go back to.
    if (!brokerStart) return backTo('/', 'broker-answer-refused');
    try {
      const outcome = await (await this.strategy(this.broker.settings)).run(request);
      if (outcome.kind !== 'proven') throw refusalOf(outcome);
      if (brokerStart.accountId !== resident.id) throw new Refusal('broker-answer-refused');
      await this.linkIdentity.execute(brokerStart, outcome.subject);
      return backTo(brokerStart.returnTo, 'bevestigd');
    } catch (error) {
      return backTo(brokerStart.returnTo, this.codeOf(error));
    }
  }

  private async strategy(settings: Broker['settings']): Promise<BrokerStrategy> {
    const callbackUrl = `${this.config.publicUrl}/${API_PREFIX}/${BROKER_CALLBACK}`;
    return new BrokerStrategy(await this.broker.configuration(), settings, callbackUrl);
  }

  /** What was thrown stays in the log without its cause, which may hold a token. */
  private codeOf(error: unknown): RefusalCode {
    if (error instanceof Refusal) return error.code;
    const code = isUnavailable(error) ? 'broker-unavailable' : 'broker-answer-refused';
    this.logger.warn(`${code}: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
    return code;
  }
}

function refusalOf(outcome: BrokerOutcome): unknown {
  if (outcome.kind !== 'refused') return new Error(`The strategy answered ${outcome.kind}.`);
  // Passport calls an answer a failure, not an error, when the resident said no.
  const isDenied = typeof outcome.error === 'object' && outcome.error !== null && 'error' in outcome.error;
  return isDenied && outcome.error.error === 'access_denied'
    ? new Refusal('broker-cancelled')
    : outcome.error;
}

const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** No connection, no answer in time, or a page of a proxy in the provider's place. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('status' in error && typeof error.status === 'number') return error.status >= 500;
  const code = 'code' in error ? error.code : undefined;
  return code === undefined ? error.cause !== undefined : NO_ANSWER.has(String(code));
}

function backTo(page: string, outcome: RefusalCode | 'bevestigd'): string {
  const url = new URL(page, 'http://localhost');
  url.searchParams.set('identiteit', outcome);
  return `${url.pathname}${url.search}`;
}
