import { webcrypto, type JsonWebKey } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Config, type OidcSettings } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { Configuration } from 'openid-client';

/** Path below the API that the identity provider sends browsers back to. */
export const BROKER_CALLBACK = 'identity/callback';
const TIMEOUT_SECONDS = 10;

/** The identity provider, as it describes itself and as the settings want it. */
@Injectable()
export class Broker {
  private readonly logger = new Logger('Broker');
  private known: Promise<Configuration> | null = null;

  constructor(private readonly config: Config) {}

  get settings(): OidcSettings {
    if (!this.config.oidc) throw new Refusal('broker-not-configured');
    return this.config.oidc;
  }

  /**
   * What the provider says of itself, asked for once it is needed: the site starts, and stays up, without it. A failure
   * is not remembered.
   */
  async configuration(): Promise<Configuration> {
    const { settings } = this;
    this.known ??= discover(settings);
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      this.logger.error(`The identity provider could not be asked about itself: ${String(error)}`);
      throw new Refusal('broker-unavailable');
    }
  }
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks, PrivateKeyJwt } =
    await import('openid-client');
  const issuer = new URL(settings.issuer);
  const { kid } = settings.clientKey;
  const key = await privateKey(settings.clientKey);
  const authentication = PrivateKeyJwt(kid === undefined ? key : { key, kid });
  const configuration = await discovery(issuer, settings.clientId, {}, authentication, {
    // The library trusts a token that came over TLS; a token that anybody may check has a signature, so it is checked.
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    timeout: TIMEOUT_SECONDS,
  });
  // The library forgives a slash, and some providers a whole other name.
  if (configuration.serverMetadata().issuer !== settings.issuer)
    throw new Error('it names itself differently from OIDC_ISSUER');
  return configuration;
}

function privateKey(jwk: JsonWebKey): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
}
