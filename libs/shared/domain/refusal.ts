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
  'second-factor-needed',
  'cross-site-request',
  'unsupported-media-type',
  'payload-too-large',
  'too-many-requests',
  'hidden-characters',
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
  'email-throw-away',
  'email-does-not-match',
  'session-not-found',
  'household-full',
  'household-not-allowed',
  'person-not-found',
  'second-factor-wrong',
  'second-factor-not-found',
  'second-factor-last',
  'invitation-not-found',
  'invitation-pending',
  'role-held-already',
  'staff-not-found',
  'last-administrator',
  'postcode-not-valid',
  'address-not-in-district',
  'address-table-missing',
  'address-table-not-valid',
  'address-row-not-readable',
  'address-in-two-neighbourhoods',
  'house-number-not-valid',
  'letter-code-wrong',
  'letter-code-used',
  'letter-code-expired',
  'letter-batch-not-found',
  'broker-not-configured',
  'broker-unavailable',
  'broker-cancelled',
  'broker-answer-refused',
  'broker-assurance-too-low',
  'identity-taken',
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
  'picture-not-found',
  // discussion
  'argument-length',
  'argument-not-found',
  'argument-locked',
  'not-the-author',
  'own-argument',
  'reply-length',
  'reply-to-a-reply',
  'statement-length',
  'report-note-length',
  // moderation
  'case-not-found',
  'case-claimed',
  'case-not-claimed',
  'case-transition-not-possible',
  'moderator-has-interest',
  'second-moderator-needed',
  'reason-code-missing',
  'message-length',
  'redaction-not-possible',
  'redaction-changes-text',
  'redaction-removes-nothing',
  'appeal-length',
  'appeal-too-late',
  'appeal-made-already',
  'merge-not-found',
  'merge-with-itself',
  'merge-pending',
  'merge-transition-not-possible',
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
  'recount-too-late',
  'eligibility-not-set',
  'proposal-not-countable',
  'no-votes-selected',
  'vote-batch-not-found',
  'vote-batch-transition-not-possible',
  'second-person-needed',
  'vote-batch-changed',
  'paper-vote-doubtful',
  // agenda
  'meeting-not-found',
  'meeting-in-the-past',
  'deadline-after-meeting',
  'meeting-at-same-time',
  'meeting-not-planned',
  'meeting-has-started',
  'outcome-before-discussion',
  'agenda-item-not-found',
  'agenda-entries-differ',
  'agenda-order-locked',
  'agenda-not-complete',
  'agenda-transition-not-possible',
  'meeting-invitation-not-found',
  'invitation-closed',
  'delegate-missing',
  'outcome-reasons-length',
  'committee-vote-not-valid',
  'context-note-length',
  'context-note-too-late',
  'progress-length',
  // notifications
  'unsubscribe-link-not-valid',
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
