import {
  answerInvitation,
  INVITATION_STATES,
  invitationTransition,
  isOpenInvitation,
  type InvitationVerb,
} from './index';

const now = new Date('2026-12-01T12:00:00Z');
const ahead = { startsAt: new Date('2027-01-05T18:30:00Z'), state: 'planned' } as const;
const LEADS: Record<InvitationVerb, string> = {
  accept: 'accepted',
  delegate: 'delegated',
  decline: 'declined',
  lapse: 'lapsed',
};

describe('the lifecycle of an invitation', () => {
  it.each(
    (Object.keys(LEADS) as InvitationVerb[]).flatMap((verb) =>
      INVITATION_STATES.map((state) => [verb, state] as const),
    ),
  )('draws or refuses: %s from %s', (verb, state) => {
    expect(invitationTransition(state, verb)).toEqual(
      state === 'lapsed' ? { ok: false, refusal: 'invitation-closed' } : { ok: true, value: LEADS[verb] },
    );
  });

  it('does not know verbs that it does not draw', () => {
    expect(() => invitationTransition('asked', 'shout' as InvitationVerb)).toThrow('Not foreseen');
  });
});

describe('answering an invitation', () => {
  const answer = { answer: 'accept', delegateName: ' Joris ', needs: ' Een scherm ' } as const;

  it.each([
    ['comes', 'accept', { state: 'accepted', delegateName: '', needs: 'Een scherm' }],
    ['sends somebody else', 'delegate', { state: 'delegated', delegateName: 'Joris', needs: 'Een scherm' }],
    ['does not come', 'decline', { state: 'declined', delegateName: '', needs: '' }],
  ] as const)('keeps what it needs of who %s', (_who, verb, value) => {
    expect(answerInvitation('asked', ahead, { ...answer, answer: verb }, now)).toEqual({ ok: true, value });
  });

  it('can be done again until the meeting begins', () => {
    expect(answerInvitation('declined', ahead, answer, now).ok).toBe(true);
    expect(answerInvitation('declined', ahead, answer, ahead.startsAt)).toEqual({
      ok: false,
      refusal: 'invitation-closed',
    });
  });

  it('names who comes instead', () => {
    const nobody = { ...answer, answer: 'delegate', delegateName: ' ' } as const;
    expect(answerInvitation('asked', ahead, nobody, now)).toEqual({ ok: false, refusal: 'delegate-missing' });
  });

  it('is over where the item left the meeting, or the meeting is not planned any more', () => {
    expect(isOpenInvitation('asked', ahead, now)).toBe(true);
    expect(isOpenInvitation('lapsed', ahead, now)).toBe(false);
    for (const state of ['held', 'cancelled'] as const)
      expect(isOpenInvitation('accepted', { ...ahead, state }, now)).toBe(false);
  });
});
