/** What became of asking the submitter to come; `lapsed` where the item left the meeting. Drawn in docs/lifecycles/invitation.md. */
export const INVITATION_STATES = ['asked', 'accepted', 'delegated', 'declined', 'lapsed'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
