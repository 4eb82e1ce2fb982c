import { inject, Injectable } from '@angular/core';
import { DeviceMemory } from '@buurtstem/ui';

const KEY = 'buurtstem.inloggen';
const HALF_AN_HOUR_MS = 30 * 60_000;

interface Asked {
  readonly requestId: string;
  readonly email: string;
  readonly returnTo: string;
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' &&
  value !== null &&
  ['requestId', 'email', 'returnTo'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  );

/** Remembers where the visitor was when asking for a code: the link in the mail opens a new tab that does not know. */
@Injectable({ providedIn: 'root' })
export class SignInMemory {
  private readonly device = inject(DeviceMemory);

  keep(asked: Asked): void {
    this.device.keep(KEY, asked);
  }

  of(requestId: string | undefined): Asked | null {
    const asked = this.device.read(KEY, HALF_AN_HOUR_MS, isAsked);
    return asked && asked.requestId === requestId ? asked : null;
  }

  forget(): void {
    this.device.forget(KEY);
  }
}

/** Whether it is a place on this site: never another host, also not by `//host` or a backslash. */
export function isOwnPath(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

/** Where to go after signing in: never back to the sign-in page itself. */
export function safeReturn(address: string | null | undefined): string {
  return address && isOwnPath(address) && !address.startsWith('/inloggen') ? address : '/';
}
