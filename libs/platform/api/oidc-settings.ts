import { createPrivateKey, type JsonWebKey } from 'node:crypto';

/** How to speak to an identity provider (OpenID Connect); which one it is makes no difference to the code. */
export interface OidcSettings {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Our private key (EC, P-256) with its `kid`; the provider has the public half. */
  readonly clientKey: JsonWebKey & { readonly kid?: string };
  /** Levels of assurance that are firm enough, as the provider names them. */
  readonly acr: readonly string[];
  /** What residents call the provider. */
  readonly name: string;
  readonly scope: string;
}

const REQUIRED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_KEY', 'OIDC_ACR', 'OIDC_NAME'] as const;
const ALL = [...REQUIRED, 'OIDC_SCOPE'] as const;
type Name = (typeof ALL)[number];

/** Reads the provider's settings, all of them or none; adds a line for each mistake and repeats no value. */
export function readOidc(
  env: Readonly<Record<string, string | undefined>>,
  mode: string,
  mistakes: string[],
): OidcSettings | null {
  const given = Object.fromEntries(ALL.map((name) => [name, env[name]?.trim() ?? ''])) as Record<
    Name,
    string
  >;
  if (ALL.every((name) => given[name] === '')) return null;
  const found: string[] = REQUIRED.filter((name) => given[name] === '').map(
    (name) => `${name} is missing: an identity provider needs ${REQUIRED.join(', ')}`,
  );
  const expect = (name: Name, isRight: boolean, text: string) => {
    if (given[name] !== '' && !isRight) found.push(`${name} ${text}`);
  };
  const protocols = mode === 'production' ? ['https:'] : ['https:', 'http:'];
  const clientKey = readKey(given.OIDC_CLIENT_KEY);
  const scope = given.OIDC_SCOPE === '' ? 'openid' : given.OIDC_SCOPE;
  const starts = protocols.map((protocol) => `${protocol}//`).join(' or ');
  expect(
    'OIDC_ISSUER',
    isIssuer(given.OIDC_ISSUER, protocols),
    `must be an address that starts with ${starts}, without a query`,
  );
  expect('OIDC_CLIENT_KEY', clientKey !== null, 'must be a private JWK (JSON) of an EC key on P-256');
  expect('OIDC_SCOPE', scope.split(/\s+/).includes('openid'), 'must hold openid');
  mistakes.push(...found);
  if (found.length > 0 || clientKey === null) return null;
  return {
    issuer: given.OIDC_ISSUER,
    clientId: given.OIDC_CLIENT_ID,
    clientKey,
    acr: given.OIDC_ACR.split(/\s+/),
    name: given.OIDC_NAME,
    scope,
  };
}

function isIssuer(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return protocols.includes(protocol) && search === '' && hash === '' && username === '';
}

function readKey(text: string): OidcSettings['clientKey'] | null {
  try {
    const jwk = JSON.parse(text) as OidcSettings['clientKey'];
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? jwk : null;
  } catch {
    // What is wrong with it could repeat a part of it.
    return null;
  }
}
