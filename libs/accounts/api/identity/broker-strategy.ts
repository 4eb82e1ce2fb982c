import type { OidcSettings } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { randomNonce, randomState, type Configuration, type IDToken } from 'openid-client';
import { Strategy } from 'openid-client/passport';

/** What came of handing a request to the strategy. */
export type BrokerOutcome =
  | { readonly kind: 'sent'; readonly url: string }
  | { readonly kind: 'proven'; readonly subject: string }
  | { readonly kind: 'refused'; readonly error: unknown };

/**
 * Passport's strategy of `openid-client`, for one request. Of its own it asks with PKCE alone; here every question also
 * carries a state, a nonce and the levels of assurance that are firm enough, and an answer below them is refused.
 */
export class BrokerStrategy extends Strategy {
  /** What it keeps between question and answer stands here in the session, and goes with the first answer. */
  static readonly SESSION_KEY = 'brokerQuestion';
  private readonly callback: URL;
  private step: 'ask' | 'judge' = 'ask';
  private subject = '';

  constructor(
    configuration: Configuration,
    private readonly settings: OidcSettings,
    callbackUrl: string,
  ) {
    super(
      { config: configuration, callbackURL: callbackUrl, sessionKey: BrokerStrategy.SESSION_KEY },
      (tokens, verified) => {
        const claims = tokens.claims();
        const refusal = claims ? this.judgeLevel(claims) : 'broker-answer-refused';
        this.subject = claims?.sub ?? '';
        // Nobody signs in by this, so passport gets no account of ours.
        verified(refusal && new Refusal(refusal), {} as Express.User);
      },
    );
    this.callback = new URL(callbackUrl);
  }

  /** Sends the browser to the provider with a new question. */
  ask(request: Request): Promise<BrokerOutcome> {
    return this.run(request, 'ask');
  }

  /** Judges what the browser brings back. */
  judgeAnswer(request: Request): Promise<BrokerOutcome> {
    return this.run(request, 'judge');
  }

  /** Runs the strategy with the ways out that passport gives one. */
  private run(request: Request, step: 'ask' | 'judge'): Promise<BrokerOutcome> {
    this.step = step;
    return new Promise((resolve) => {
      const refuse = (error: unknown) => resolve({ kind: 'refused', error });
      const created = Object.assign(this, {
        redirect: (url: string) => resolve({ kind: 'sent', url }),
        success: () => resolve({ kind: 'proven', subject: this.subject }),
        fail: refuse,
        error: refuse,
        pass: () => refuse(new Error('The strategy passed.')),
      });
      created.authenticate(request, {});
    });
  }

  override authorizationRequestParams(): URLSearchParams {
    return new URLSearchParams({
      scope: this.settings.scope,
      state: randomState(),
      nonce: randomNonce(),
      acr_values: this.settings.acr.join(' '),
    });
  }

  /** The address as we know it: what the request says of its host counts for nothing. */
  override currentUrl(request: Request): URL {
    const { searchParams } = new URL(request.originalUrl, this.callback.origin);
    const url = new URL(this.callback);
    url.search = searchParams.toString();
    return url;
  }

  /** By itself it takes an answer without a code for the wish to ask again. */
  override shouldInitiateAuthRequest(): boolean {
    return this.step === 'ask';
  }

  private judgeLevel({ acr }: IDToken): 'broker-assurance-too-low' | null {
    const isFirmEnough = typeof acr === 'string' && this.settings.acr.includes(acr);
    return isFirmEnough ? null : 'broker-assurance-too-low';
  }
}
