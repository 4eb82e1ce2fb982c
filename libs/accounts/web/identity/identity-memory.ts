import { inject, Injectable } from '@angular/core';
import { DeviceMemory } from '@buurtstem/ui';
import { isOwnPath } from '../sign-in-memory';

const KEY = 'buurtstem.bevestigen';
const AN_HOUR_MS = 60 * 60_000;

const isPath = (value: unknown): value is string => typeof value === 'string' && isOwnPath(value);

/** Where the visitor was before proving who they are; the way through another site's pages does not carry it. */
@Injectable({ providedIn: 'root' })
export class IdentityMemory {
  private readonly device = inject(DeviceMemory);

  keep(returnTo: string): void {
    this.device.keep(KEY, returnTo);
  }

  read(): string | null {
    return this.device.read(KEY, AN_HOUR_MS, isPath);
  }

  forget(): void {
    this.device.forget(KEY);
  }
}
