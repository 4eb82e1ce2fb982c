/**
 * Every way in which Buurtstem says no. The API maps each to one problem (RFC 9457), the site to one text:
 * a code without either does not compile.
 */
export const REFUSAL_CODES = [
  // platform
  'invalid-input',
  'not-found',
  'sign-in-first',
  'not-allowed',
  'cross-site-request',
  'unsupported-media-type',
  'payload-too-large',
  'too-many-requests',
  'version-conflict',
  'temporarily-unavailable',
  'unexpected',
  // accounts
  'email-not-valid',
  'mail-not-sent',
  'code-wrong',
  'code-expired',
  'code-used',
  'code-other-browser',
  'code-attempts-spent',
  'display-name-missing',
  // districts
  'district-not-found',
  'rulebook-missing',
  'neighbourhood-unknown',
  // proposals
  'proposal-not-found',
  'proposal-not-open',
  'proposal-transition-not-possible',
  'text-locked',
  'not-the-submitter',
  'title-length',
  'summary-length',
  'body-length',
  'note-length',
  'reason-missing',
  'cursor-not-valid',
  // discussion
  'argument-length',
  // voting
  'no-open-round',
  'voting-closed',
  'vote-invalidated',
  'round-not-found',
  'round-not-due',
  'round-not-open',
  'round-not-counted',
  'round-transition-not-possible',
  'ledger-mismatch',
  // agenda
  'meeting-not-found',
  'meeting-in-the-past',
  'deadline-after-meeting',
  'meeting-at-same-time',
  'agenda-transition-not-possible',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Names one mistake in what was sent; `field` is the path in the body or the query parameter. */
export interface FieldError {
  readonly field: string;
  readonly code: RefusalCode;
  readonly message: string;
}

/** The one expected failure that use cases throw; anything else thrown is a defect. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
