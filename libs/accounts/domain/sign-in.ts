import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** Minutes that a code and a link work. */
export const SIGN_IN_MINUTES = 10;
/** Wrong codes that one request forgives, less one. */
export const SIGN_IN_ATTEMPTS = 5;
export const SIGN_IN_CODE_DIGITS = 6;

/** What is kept of a request to sign in. */
export interface SignInRequestState {
  readonly attemptsLeft: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** What somebody hands in, compared with what was kept. */
export interface Evidence {
  readonly isSameBrowser: boolean;
  /** The code or the token of the link is the one that was mailed. */
  readonly isRight: boolean;
}

export type SignInRefusal =
  'code-other-browser' | 'code-used' | 'code-expired' | 'code-attempts-spent' | 'code-wrong';

/** The instant after which the code and the link of a request made now no longer work. */
export function signInExpiry(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
}

/**
 * Judges one attempt. The answer holds what to keep of the request next, whether it is right or not: a wrong
 * code costs an attempt, the right one uses the request up. Another browser costs nothing and learns nothing.
 */
export function confirmSignIn(
  request: SignInRequestState,
  evidence: Evidence,
  now: Date,
): { readonly next: SignInRequestState; readonly result: Result<Date, SignInRefusal> } {
  const unchanged = (refusal: SignInRefusal) => ({ next: request, result: refuse(refusal) });
  if (!evidence.isSameBrowser) return unchanged('code-other-browser');
  if (request.usedAt !== null) return unchanged('code-used');
  if (now >= request.expiresAt) return unchanged('code-expired');
  if (request.attemptsLeft === 0) return unchanged('code-attempts-spent');
  if (evidence.isRight) return { next: { ...request, usedAt: now }, result: accept(now) };
  const attemptsLeft = request.attemptsLeft - 1;
  return {
    next: { ...request, attemptsLeft },
    result: refuse(attemptsLeft === 0 ? 'code-attempts-spent' : 'code-wrong'),
  };
}
