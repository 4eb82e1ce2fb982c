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
  'second-factor-needed': { status: 403, title: 'Confirm your second factor first.' },
  'cross-site-request': { status: 403, title: 'The request came from another site.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Send application/json; an address table is text/csv, a photo is JPEG, PNG or WebP.',
  },
  'payload-too-large': { status: 413, title: 'The request body is too large.' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait before you try again.' },
  'hidden-characters': {
    status: 400,
    title: 'The text holds characters that cannot be seen, or that turn its direction.',
  },
  'picture-too-large': { status: 413, title: 'The picture has more than 10 megabytes.' },
  'picture-not-a-photo': { status: 422, title: 'The file is not a whole JPEG, PNG or WebP picture.' },
  'picture-alt-length': { status: 422, title: 'The description of the picture is too short or too long.' },
  'picture-too-many-pixels': { status: 422, title: 'The picture has more than 25 megapixels.' },
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
  'email-throw-away': {
    status: 422,
    title: 'Use an address that you keep: this domain hands out throw-away addresses.',
  },
  'email-does-not-match': { status: 422, title: 'This is not the e-mail address of the account.' },
  'session-not-found': { status: 404, title: 'There is no such session.' },
  'household-full': {
    status: 409,
    title: 'The rules of the district allow no more people on one e-mail address.',
  },
  'household-not-allowed': {
    status: 403,
    title: 'The rules of the district allow one person per e-mail address.',
  },
  'person-not-found': { status: 404, title: 'Nobody on this e-mail address has this id.' },
  'second-factor-wrong': { status: 422, title: 'The second factor is not right.' },
  'second-factor-not-found': { status: 404, title: 'There is no such second factor.' },
  'second-factor-last': { status: 409, title: 'Staff keep at least one second factor; add another first.' },
  'invitation-not-found': { status: 404, title: 'There is no such invitation.' },
  'invitation-pending': {
    status: 409,
    title: 'There is already an open invitation for this address and role.',
  },
  'role-held-already': { status: 409, title: 'This person has this role already.' },
  'staff-not-found': { status: 404, title: 'Nobody of the staff has this id.' },
  'last-administrator': {
    status: 409,
    title: 'A district keeps at least one administrator; appoint another first.',
  },
  'postcode-not-valid': {
    status: 422,
    title: 'This is not a Dutch postcode of four digits and two letters.',
  },
  'address-not-in-district': { status: 422, title: 'This address is not in the district.' },
  'address-table-missing': { status: 409, title: 'The district has no address table yet.' },
  'address-table-not-valid': { status: 422, title: 'The address table has mistakes; nothing was imported.' },
  'address-row-not-readable': {
    status: 422,
    title: 'The row is not postcode;house number;neighbourhood.',
  },
  'address-in-two-neighbourhoods': {
    status: 422,
    title: 'The address stands twice, with different neighbourhoods.',
  },
  'house-number-not-valid': { status: 422, title: 'This is not a house number from 1 to 99999.' },
  'letter-code-wrong': { status: 422, title: 'The code from the letter is not right.' },
  'letter-code-used': { status: 409, title: 'The code from the letter has been used.' },
  'letter-code-expired': { status: 410, title: 'The code from the letter has expired.' },
  'letter-batch-not-found': { status: 404, title: 'There is no such batch of letters.' },
  'broker-not-configured': { status: 404, title: 'This deployment has no identity provider.' },
  'broker-unavailable': { status: 503, title: 'The identity provider does not answer; try again shortly.' },
  'broker-cancelled': { status: 403, title: 'The resident stopped at the identity provider.' },
  'broker-answer-refused': { status: 403, title: 'The answer of the identity provider was refused.' },
  'broker-assurance-too-low': {
    status: 403,
    title: 'The identity provider did not check firmly enough who this is.',
  },
  'identity-taken': { status: 409, title: 'This identity belongs to another account.' },

  'district-not-found': { status: 404, title: 'There is no such district.' },
  'rulebook-missing': { status: 409, title: 'The district has no rulebook yet.' },
  'neighbourhood-unknown': { status: 422, title: 'The district has no such neighbourhood.' },
  'theme-unknown': { status: 422, title: 'The district has no such theme.' },
  'place-outside-district': { status: 422, title: 'The place lies outside the district.' },
  'district-map-missing': { status: 404, title: 'The district has no map yet.' },

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

  'picture-not-found': { status: 404, title: 'The proposal has no such picture.' },
  'too-many-pictures': { status: 409, title: 'A proposal has at most five pictures, hidden ones included.' },
  'picture-under-review': {
    status: 409,
    title: 'Moderators look at a report of this picture; it can be removed when they have decided.',
  },

  'argument-length': { status: 422, title: 'The argument is too short or too long.' },
  'argument-not-found': { status: 404, title: 'There is no such argument or reply.' },
  'argument-locked': {
    status: 409,
    title: 'The text is locked since somebody liked it or replied to it.',
  },
  'not-the-author': { status: 403, title: 'Only the author may do this.' },
  'own-argument': { status: 409, title: 'Nobody likes their own argument.' },
  'reply-length': { status: 422, title: 'The reply is too short or too long.' },
  'reply-to-a-reply': { status: 409, title: 'There is one level of replies: reply to the argument.' },
  'statement-length': { status: 422, title: 'The statement is too short or too long.' },
  'report-note-length': { status: 422, title: 'The note is too long.' },

  'case-not-found': { status: 404, title: 'There is no such case.' },
  'case-claimed': { status: 409, title: 'A colleague has this case in hand.' },
  'case-not-claimed': { status: 409, title: 'Take the case in hand first; the last claim may have run out.' },
  'case-transition-not-possible': {
    status: 409,
    title: 'The case cannot go to this state from where it is.',
  },
  'moderator-has-interest': {
    status: 403,
    title: 'You have an interest in this case; a colleague decides it.',
  },
  'second-moderator-needed': {
    status: 403,
    title: 'An appeal is decided by another moderator than the one who decided first.',
  },
  'reason-code-missing': { status: 422, title: 'Choose the reason.' },
  'message-length': { status: 422, title: 'The message to the author is too short or too long.' },
  'redaction-not-possible': {
    status: 422,
    title: 'A picture is hidden or kept; only texts can have something taken out.',
  },
  'redaction-changes-text': {
    status: 422,
    title: 'Taking out personal data leaves every other word as its author wrote it.',
  },
  'redaction-removes-nothing': { status: 422, title: 'Nothing was taken out.' },
  'appeal-length': { status: 422, title: 'The appeal is too short or too long.' },
  'appeal-too-late': { status: 410, title: 'The time to appeal is over.' },
  'appeal-made-already': {
    status: 409,
    title: 'This decision has been appealed; what follows from that is final.',
  },
  'merge-not-found': { status: 404, title: 'There is no such request to merge.' },
  'merge-with-itself': { status: 422, title: 'A proposal cannot be merged with itself.' },
  'merge-pending': { status: 409, title: 'Somebody has already asked to merge this proposal.' },
  'merge-transition-not-possible': {
    status: 409,
    title: 'The request to merge cannot go to this state from where it is.',
  },

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
  'recount-too-late': {
    status: 409,
    title: 'Only the latest count can be done again, and only until its winner was discussed.',
  },
  'eligibility-not-set': {
    status: 409,
    title: 'Voting is closed: the district has not set how residents show who they are.',
  },
  'proposal-not-countable': {
    status: 409,
    title: 'The proposal was counted for the last time; only a recount can change it.',
  },
  'no-votes-selected': { status: 422, title: 'The selection holds no votes.' },
  'vote-batch-not-found': { status: 404, title: 'There is no such batch of votes.' },
  'vote-batch-transition-not-possible': {
    status: 409,
    title: 'The batch cannot go to this state from where it is.',
  },
  'second-person-needed': { status: 403, title: 'Somebody else than who proposed it must decide.' },
  'vote-batch-changed': { status: 409, title: 'The batch changed since the dry run; look again.' },
  'paper-vote-doubtful': {
    status: 409,
    title: 'This may be somebody who voted already; say that it is another person.',
  },

  'meeting-not-found': { status: 404, title: 'There is no such meeting.' },
  'meeting-in-the-past': { status: 422, title: 'The meeting must be in the future.' },
  'deadline-after-meeting': { status: 422, title: 'The agenda deadline must be before the meeting.' },
  'meeting-at-same-time': { status: 409, title: 'There is already a meeting at that time.' },
  'meeting-not-planned': { status: 409, title: 'The meeting was held or cancelled.' },
  'meeting-has-started': { status: 409, title: 'The meeting has begun.' },
  'outcome-before-discussion': { status: 409, title: 'The committee has not discussed it yet.' },
  'agenda-item-not-found': { status: 404, title: 'There is no such agenda item.' },
  'agenda-entries-differ': {
    status: 422,
    title: 'The order must name every winner on the agenda once, and nothing that is not on it.',
  },
  'agenda-order-locked': { status: 422, title: 'Winners stand in the order of their rounds.' },
  'agenda-not-complete': { status: 422, title: 'There is nothing on the agenda to publish.' },
  'agenda-transition-not-possible': {
    status: 409,
    title: 'The agenda item cannot go to this state from where it is.',
  },
  'meeting-invitation-not-found': { status: 404, title: 'There is no invitation for you here.' },
  'invitation-closed': { status: 409, title: 'The invitation can no longer be answered.' },
  'delegate-missing': { status: 422, title: 'Name who comes instead.' },
  'outcome-reasons-length': { status: 422, title: 'The reasons are too short or too long.' },
  'committee-vote-not-valid': {
    status: 422,
    title: 'The vote of the committee needs three whole numbers, or none.',
  },
  'context-note-length': { status: 422, title: 'The note is too short or too long.' },
  'context-note-too-late': { status: 409, title: 'The note must be there before the meeting begins.' },
  'progress-report-not-found': { status: 404, title: 'There is no such progress report.' },
  'progress-length': { status: 422, title: 'The report is too short or too long.' },

  'unsubscribe-link-not-valid': { status: 404, title: 'The link to stop messages is not valid.' },
} as const satisfies Record<RefusalCode, ProblemKind>;
