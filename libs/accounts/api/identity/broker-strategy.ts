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
        const refusal = claims ? this.judge(claims) : 'broker-answer-refused';
        this.subject = claims?.sub ?? '';
        // Nobody signs in by this, so passport gets no account of ours.
        verified(refusal && new Refusal(refusal), {} as Express.User);
      },
    );
    this.callback = new URL(callbackUrl);
  }

  /** Runs the strategy with the ways out that passport gives one. */
  run(request: Request): Promise<BrokerOutcome> {
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

  /** An answer without a code is an answer all the same, not a new question. */
  override shouldInitiateAuthRequest(request: Request): boolean {
    return request.path !== this.callback.pathname;
  }

  private judge({ acr }: IDToken): 'broker-assurance-too-low' | null {
    const isFirmEnough = typeof acr === 'string' && this.settings.acr.includes(acr);
    return isFirmEnough ? null : 'broker-assurance-too-low';
  }
}
