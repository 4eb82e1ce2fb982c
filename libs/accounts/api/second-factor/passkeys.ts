import { Injectable } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { SecondFactor } from './second-factor.entity';

/** Large, and only staff have passkeys: it is loaded when one of them makes or shows one. */
const webAuthn = () => import('@simplewebauthn/server');

export interface NewPasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
}

/** The ceremonies of WebAuthn, for the host of this deployment; the person must be verified by the device. */
@Injectable()
export class Passkeys {
  private readonly rpID: string;

  constructor(private readonly config: Config) {
    this.rpID = new URL(config.publicUrl).hostname;
  }

  /** Options for the browser to make a passkey with; they hold the challenge. */
  async registrationOptions(account: { id: string; email: string }, known: readonly SecondFactor[]) {
    const { generateRegistrationOptions } = await webAuthn();
    return generateRegistrationOptions({
      rpName: 'Buurtstem',
      rpID: this.rpID,
      userName: account.email,
      userID: new TextEncoder().encode(account.id),
      attestationType: 'none',
      excludeCredentials: credentialsOf(known),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
  }

  /** The new passkey, or null when the answer is not what was asked for. */
  async register(
    response: object,
    challenge: string,
    origin: string | undefined,
  ): Promise<NewPasskey | null> {
    const { verifyRegistrationResponse } = await webAuthn();
    const { verified, registrationInfo } = await orRefused(
      verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origins(origin),
        expectedRPID: this.rpID,
        requireUserVerification: true,
      }),
    );
    if (!verified || !registrationInfo) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      signCount: counter,
    };
  }

  async authenticationOptions(known: readonly SecondFactor[]) {
    const { generateAuthenticationOptions } = await webAuthn();
    return generateAuthenticationOptions({
      rpID: this.rpID,
      allowCredentials: credentialsOf(known),
      userVerification: 'required',
    });
  }

  /** How often the passkey says it was used, or null when the answer is not right. */
  async verify(
    response: object,
    factor: SecondFactor & { readonly credentialId: Buffer; readonly publicKey: Buffer },
    challenge: string,
    origin: string | undefined,
  ): Promise<number | null> {
    const { verifyAuthenticationResponse } = await webAuthn();
    const { verified, authenticationInfo } = await orRefused(
      verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origins(origin),
        expectedRPID: this.rpID,
        credential: {
          id: factor.credentialId.toString('base64url'),
          publicKey: new Uint8Array(factor.publicKey),
          counter: Number(factor.signCount),
        },
        requireUserVerification: true,
      }),
    );
    return verified && authenticationInfo ? authenticationInfo.newCounter : null;
  }

  /** A demo is also opened by another name or port; the same-origin guard has seen that it is this process. */
  private origins(origin: string | undefined): string[] {
    const own = this.config.hasDevTools && origin !== undefined ? [origin] : [];
    return [this.config.publicUrl, ...own];
  }
}

function credentialsOf(known: readonly SecondFactor[]): { id: string }[] {
  return known.flatMap(({ credentialId }) =>
    credentialId ? [{ id: credentialId.toString('base64url') }] : [],
  );
}

/** The library throws for whatever does not fit, malformed or forged; either way it is not proven. */
async function orRefused<T extends object>(verification: Promise<T>): Promise<Partial<T>> {
  try {
    return await verification;
  } catch {
    return {};
  }
}
