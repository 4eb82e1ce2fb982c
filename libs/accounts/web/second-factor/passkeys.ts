import { Injectable } from '@angular/core';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** The device's own passkeys. The library comes only when somebody uses them: most visitors never do. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  async create(options: Record<string, unknown>): Promise<object> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    return startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    });
  }

  async use(options: Record<string, unknown>): Promise<object> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    return startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    });
  }
}

/** What to say when the device made or gave no passkey: cancelled, no lock on it, made before. */
export function passkeyFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return name === 'InvalidStateError'
    ? $localize`Dit apparaat heeft al een passkey voor uw account.`
    : $localize`Uw apparaat gaf geen passkey. Misschien stopte u zelf. Probeer het opnieuw of kies een andere manier.`;
}
