import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the provider does from now on; see identity-provider.mjs. */
export interface ProviderControl {
  readonly login?: string;
  readonly acr?: string | null;
  readonly denies?: boolean;
  readonly claims?: Readonly<Record<string, string | number | null>>;
  readonly signature?: 'foreign' | 'none';
  readonly verifier?: string;
  readonly isDown?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** The settings with which the application knows it. */
  readonly env: Readonly<Record<string, string>>;
  control(wanted: ProviderControl): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a provider that signs in whoever comes, as `login`, at the level `acr`. */
export async function startIdentityProvider(wanted: {
  readonly publicUrl: string;
  readonly acr: string;
  readonly login: string;
}): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const clientId = 'buurtstem';
  const options = {
    clientId,
    redirectUri: `${wanted.publicUrl}/api/v1/identity/callback`,
    clientKey: { ...publicKey.export({ format: 'jwk' }), kid: 'client', use: 'sig', alg: 'ES256' },
    acr: wanted.acr,
    login: wanted.login,
  };
  const script = join(__dirname, 'identity-provider.mjs');
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The identity provider did not start.'))),
  ]);
  const { issuer } = JSON.parse(String(line[0])) as { issuer: string };
  return {
    issuer,
    env: {
      PUBLIC_URL: wanted.publicUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_KEY: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'client' }),
      OIDC_ACR: wanted.acr,
      OIDC_NAME: 'Proeflogin',
    },
    control: async (body) => {
      await fetch(`${issuer}/control`, { method: 'POST', body: JSON.stringify(body) });
    },
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
