import type { ResidentId } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import type { SessionData } from 'express-session';

declare module 'express-session' {
  interface SessionData {
    /** Passport keeps the id of the account here. */
    passport?: { user?: ResidentId };
    /** When the session was last noted as used (ISO); only a session that is kept has it. */
    seenAt?: string;
    /** When its owner signed in (ISO). A new id does not make a session younger. */
    startedAt?: string;
    /** Browser and system, for its owner to know it by. */
    agent?: string;
    /** Since when staff rights count (ISO). */
    secondFactorAt?: string;
    /** What a passkey was asked to sign, and for what; works once. */
    passkeyChallenge?: PasskeyChallenge;
  }
}

export interface PasskeyChallenge {
  readonly challenge: string;
  /** The enrolment that it belongs to, or null when a known passkey is asked for. */
  readonly enrolment: string | null;
  /** ISO. */
  readonly askedAt: string;
}

export function isSecondFactorConfirmed(request: Request): boolean {
  return request.session.secondFactorAt !== undefined;
}

/**
 * Gives the session a new id when its rights change, so that an id that leaked before is worth nothing. The limit of
 * its life stays where it was: twelve hours for staff count from signing in, however often a factor is confirmed.
 */
export async function renewSession(request: Request, change: Partial<SessionData>): Promise<void> {
  const { passport, startedAt, agent } = request.session;
  await done((callback) => request.session.regenerate(callback));
  Object.assign(request.session, { passport, startedAt, agent, ...change });
  await done((callback) => request.session.save(callback));
}

export async function endCurrentSession(request: Request): Promise<void> {
  await done((callback) => request.session.destroy(callback));
}

function done(work: (callback: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
}
