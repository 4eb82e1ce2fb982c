import type { RefusalCode } from '@buurtstem/shared-domain';

interface ProblemKind {
  readonly status: number;
  /** For who builds on the API; the site words the code itself. */
  readonly title: string;
}

/** What each refusal is over HTTP. A code without an entry does not compile. */
export const PROBLEMS = {
  'invalid-input': { status: 400, title: 'The input is not valid.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'sign-in-first': { status: 401, title: 'Sign in first.' },
  'not-allowed': { status: 403, title: 'You may not do this.' },
  'cross-site-request': { status: 403, title: 'The request came from another site.' },
  'unsupported-media-type': { status: 415, title: 'Send application/json.' },
  'payload-too-large': { status: 413, title: 'The request body is too large.' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait before you try again.' },
  'version-conflict': { status: 409, title: 'It was changed in the meantime.' },
  'temporarily-unavailable': { status: 503, title: 'The service cannot answer now; try again shortly.' },
  unexpected: { status: 500, title: 'Something went wrong on our side.' },

  'email-not-valid': { status: 400, title: 'This is not a valid e-mail address.' },
  'mail-not-sent': { status: 503, title: 'The mail could not be sent; try again shortly.' },
  'code-wrong': { status: 422, title: 'The code is not right.' },
  'code-expired': { status: 410, title: 'The code has expired.' },
  'code-used': { status: 410, title: 'The code has been used.' },
  'code-other-browser': { status: 403, title: 'Use the browser that asked for the code.' },
  'code-attempts-spent': { status: 410, title: 'Too many wrong codes; ask for a new one.' },
  'display-name-missing': { status: 409, title: 'Choose the name that others see first.' },

  'district-not-found': { status: 404, title: 'There is no such district.' },
  'rulebook-missing': { status: 409, title: 'The district has no rulebook yet.' },
  'neighbourhood-unknown': { status: 422, title: 'The district has no such neighbourhood.' },

  'proposal-not-found': { status: 404, title: 'There is no such proposal.' },
  'proposal-not-open': { status: 409, title: 'The proposal is not open.' },
  'proposal-transition-not-possible': {
    status: 409,
    title: 'The proposal cannot go to this state from where it is.',
  },
  'text-locked': { status: 409, title: 'The text is locked since the first vote or argument.' },
  'not-the-submitter': { status: 403, title: 'Only the submitter may do this.' },
  'title-length': { status: 422, title: 'The title is too short or too long.' },
  'summary-length': { status: 422, title: 'The summary is too short or too long.' },
  'body-length': { status: 422, title: 'The text is too short or too long.' },
  'note-length': { status: 422, title: 'The note is too short or too long.' },
  'reason-missing': { status: 422, title: 'Give a reason.' },
  'cursor-not-valid': { status: 400, title: 'The cursor is not one that this list gave.' },

  'argument-length': { status: 422, title: 'The argument is too short or too long.' },

  'no-open-round': { status: 409, title: 'No round is open.' },
  'voting-closed': { status: 409, title: 'Voting is closed.' },
  'vote-invalidated': { status: 409, title: 'The vote was invalidated and cannot be changed.' },
  'round-not-found': { status: 404, title: 'There is no such round.' },
  'round-not-due': { status: 409, title: 'The count date has not come yet.' },
  'round-not-open': { status: 409, title: 'The round is not open.' },
  'round-not-counted': { status: 404, title: 'The round has not been counted yet.' },
  'round-transition-not-possible': {
    status: 409,
    title: 'The round cannot go to this state from where it is.',
  },
  'ledger-mismatch': { status: 500, title: 'The votes do not match the ledger; the count is stopped.' },

  'meeting-not-found': { status: 404, title: 'There is no such meeting.' },
  'meeting-in-the-past': { status: 422, title: 'The meeting must be in the future.' },
  'deadline-after-meeting': { status: 422, title: 'The agenda deadline must be before the meeting.' },
  'meeting-at-same-time': { status: 409, title: 'There is already a meeting at that time.' },
  'agenda-transition-not-possible': {
    status: 409,
    title: 'The agenda item cannot go to this state from where it is.',
  },
} as const satisfies Record<RefusalCode, ProblemKind>;
