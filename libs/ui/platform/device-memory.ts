import { DOCUMENT, inject, Injectable } from '@angular/core';

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

/**
 * What the visitor's own device keeps for a while, such as a vote chosen before signing in. Nothing on the server, and
 * nothing where the browser refuses storage: then the visitor only has to choose again.
 */
@Injectable({ providedIn: 'root' })
export class DeviceMemory {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  keep(key: string, value: unknown): void {
    const kept: Kept = { at: Date.now(), value };
    try {
      this.storage?.setItem(key, JSON.stringify(kept));
    } catch {
      // A full or closed store loses a convenience, no vote.
    }
  }

  /** The value, if it is not older than `maxAgeMs` and is what it should be. */
  read<T>(key: string, maxAgeMs: number, isValid: (value: unknown) => value is T): T | null {
    try {
      const kept = JSON.parse(this.storage?.getItem(key) ?? 'null') as Partial<Kept> | null;
      if (typeof kept?.at !== 'number' || Date.now() - kept.at > maxAgeMs) return null;
      return isValid(kept.value) ? kept.value : null;
    } catch {
      return null;
    }
  }

  forget(key: string): void {
    this.storage?.removeItem(key);
  }
}

/** Reading the property throws where cookies are blocked; on the server there is no window. */
function storageOf(view: (Window & typeof globalThis) | null): Storage | null {
  try {
    return view?.localStorage ?? null;
  } catch {
    return null;
  }
}
