import { inject, makeStateKey, TransferState } from '@angular/core';
import { REQUEST_COOKIE } from '@buurtstem/ui';

const TYPED = makeStateKey<string>('typed-email');
const COOKIE = /(?:^|;)\s*(?:__Host-)?buurtstem-email=([^;]*)/;

/** The address that this browser sent by a form without scripts, to fill it in again; empty where none was sent. */
export function typedEmail(): string {
  const state = inject(TransferState);
  const cookies = inject(REQUEST_COOKIE);
  const typed = cookies === null ? state.get(TYPED, '') : decoded(COOKIE.exec(cookies)?.[1] ?? '');
  if (typed) state.set(TYPED, typed);
  return typed;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A cookie that somebody else wrote.
    return '';
  }
}
