import fc from 'fast-check';
import {
  confirmSignIn,
  SIGN_IN_ATTEMPTS,
  SIGN_IN_CODE_DIGITS,
  SIGN_IN_MINUTES,
  signInExpiry,
  type SignInRequestState,
} from './index';

const ASKED = new Date('2026-11-23T20:00:00Z');
const at = (seconds: number) => new Date(ASKED.getTime() + seconds * 1000);
const FRESH: SignInRequestState = {
  attemptsLeft: SIGN_IN_ATTEMPTS,
  expiresAt: signInExpiry(ASKED),
  usedAt: null,
};
const RIGHT = { isSameBrowser: true, isRight: true };
const WRONG = { isSameBrowser: true, isRight: false };

describe('a request to sign in', () => {
  it('is hard to guess: its chances are a drop in the codes there are', () => {
    expect(SIGN_IN_ATTEMPTS / 10 ** SIGN_IN_CODE_DIGITS).toBeLessThan(0.00001);
    expect(signInExpiry(ASKED)).toEqual(at(SIGN_IN_MINUTES * 60));
  });

  it('is used up by the right code', () => {
    const { next, result } = confirmSignIn(FRESH, RIGHT, at(60));
    expect(result).toEqual({ ok: true, value: at(60) });
    expect(confirmSignIn(next, RIGHT, at(61)).result).toEqual({ ok: false, refusal: 'code-used' });
  });

  it.each([
    [599, true],
    [600, false],
    [601, false],
  ])('works for ten minutes: after %i seconds → %s', (seconds, works) => {
    expect(confirmSignIn(FRESH, RIGHT, at(seconds)).result.ok).toBe(works);
  });

  it('forgives four wrong codes; the fifth ends it, even for the right one', () => {
    let request = FRESH;
    const refusals = [1, 2, 3, 4, 5].map(() => {
      const { next, result } = confirmSignIn(request, WRONG, at(1));
      request = next;
      return result.ok ? 'accepted' : result.refusal;
    });
    expect(refusals).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'code-attempts-spent']);
    expect(confirmSignIn(request, RIGHT, at(2)).result).toEqual({
      ok: false,
      refusal: 'code-attempts-spent',
    });
  });

  it('listens only to the browser that asked, and another one costs no attempt', () => {
    const { next, result } = confirmSignIn(FRESH, { isSameBrowser: false, isRight: true }, at(1));
    expect(result).toEqual({ ok: false, refusal: 'code-other-browser' });
    expect(next).toEqual(FRESH);
  });

  it('lets in at most once, whatever is tried in whatever order', () => {
    const attempts = fc.array(fc.record({ isSameBrowser: fc.boolean(), isRight: fc.boolean() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(attempts, (tries) => {
        let request = FRESH;
        const accepted = tries.filter((evidence) => {
          const { next, result } = confirmSignIn(request, evidence, at(1));
          request = next;
          return result.ok;
        });
        return accepted.length <= 1 && request.attemptsLeft >= 0;
      }),
    );
  });
});
