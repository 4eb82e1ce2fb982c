import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { accept, fits, refuse, unreachable, type Result } from '@buurtstem/shared-domain';
import type { Meeting } from './meeting';

/** What became of asking the submitter to come; `lapsed` where the item left the meeting. Drawn in docs/lifecycles/invitation.md. */
export const INVITATION_STATES = ['asked', 'accepted', 'delegated', 'declined', 'lapsed'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export const INVITATION_ANSWERS = ['accept', 'delegate', 'decline'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];
export type InvitationVerb = InvitationAnswer | 'lapse';

/** Where a verb leads an invitation from a state. Who answered may think again; what lapsed stays so. */
export function invitationTransition(
  state: InvitationState,
  verb: InvitationVerb,
): Result<InvitationState, 'invitation-closed'> {
  if (state === 'lapsed') return refuse('invitation-closed');
  switch (verb) {
    case 'accept':
      return accept('accepted');
    case 'delegate':
      return accept('delegated');
    case 'decline':
      return accept('declined');
    case 'lapse':
      return accept('lapsed');
    default:
      return unreachable(verb);
  }
}

export interface Answered {
  readonly state: InvitationState;
  readonly delegateName: string;
  readonly needs: string;
}

/** Whether an invitation can still be answered: until the meeting begins. */
export function isOpenInvitation(
  state: InvitationState,
  meeting: Pick<Meeting, 'startsAt' | 'state'>,
  now: Date,
): boolean {
  return state !== 'lapsed' && meeting.state === 'planned' && now < meeting.startsAt;
}

/** The submitter comes, sends somebody else, or does not come. What the answer does not need is not kept. */
export function answerInvitation(
  state: InvitationState,
  meeting: Pick<Meeting, 'startsAt' | 'state'>,
  answer: { readonly answer: InvitationAnswer; readonly delegateName: string; readonly needs: string },
  now: Date,
): Result<Answered, 'invitation-closed' | 'delegate-missing'> {
  const next = invitationTransition(state, answer.answer);
  if (!next.ok || !isOpenInvitation(state, meeting, now)) return refuse('invitation-closed');
  const isDelegated = answer.answer === 'delegate';
  if (isDelegated && !fits(answer.delegateName, TEXT_LENGTHS.displayName)) return refuse('delegate-missing');
  return accept({
    state: next.value,
    delegateName: isDelegated ? answer.delegateName.trim() : '',
    needs: answer.answer === 'decline' ? '' : answer.needs.trim(),
  });
}
