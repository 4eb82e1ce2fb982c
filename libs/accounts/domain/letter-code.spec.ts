import fc from 'fast-check';
import {
  judgeLetterCode,
  LETTER_CODE_BYTES,
  letterCodeExpiry,
  readLetterCode,
  writeLetterCode,
} from './letter-code';

const bytes = fc.uint8Array({ minLength: LETTER_CODE_BYTES, maxLength: LETTER_CODE_BYTES });

describe('a code from a letter', () => {
  it('is twelve symbols in groups of four, without I, L, O and U', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(writeLetterCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      }),
    );
  });

  it('uses five bits of every byte, all values alike, so it holds sixty', () => {
    const seen = new Set(Array.from({ length: 256 }, (_, value) => writeLetterCode(Uint8Array.of(value, 0))));
    expect(seen.size).toBe(32);
  });

  it('is read back from however it is typed over', () => {
    const looseness = fc.array(fc.constantFrom('', ' ', '-', '–', '\t'), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(bytes, looseness, fc.boolean(), (random, between, isLower) => {
        const code = writeLetterCode(random);
        const letters = code
          .replaceAll('-', '')
          .replaceAll('0', 'O')
          .replaceAll('1', isLower ? 'l' : 'I');
        const typed = [...letters].map((letter, i) => `${letter}${between[i]}`).join('');
        expect(readLetterCode(isLower ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  it.each([
    [''],
    ['K7M4-9XQ2-R3T'],
    ['K7M4-9XQ2-R3TDD'],
    ['K7M4-9XQ2-R3TU'],
    ['K7M4.9XQ2.R3TD'],
    ['ΚΚΚΚΚΚΚΚΚΚΚΚ'],
  ])('is not %j', (text) => {
    expect(readLetterCode(text)).toBeNull();
  });

  const now = new Date('2026-11-24T12:00:00Z');
  const fresh = { usedBy: null, expiresAt: letterCodeExpiry(now), revokedAt: null };

  it('works ninety days, until the instant itself', () => {
    expect(fresh.expiresAt.toISOString()).toBe('2027-02-22T12:00:00.000Z');
    const last = new Date(fresh.expiresAt.getTime() - 1);
    expect(judgeLetterCode(fresh, 'amina', last)).toEqual({ ok: true, value: 'first-use' });
    expect(judgeLetterCode(fresh, 'amina', fresh.expiresAt)).toEqual({
      ok: false,
      refusal: 'letter-code-expired',
    });
  });

  it('of a revoked batch is like one that is too old', () => {
    expect(judgeLetterCode({ ...fresh, revokedAt: now }, 'amina', now)).toEqual({
      ok: false,
      refusal: 'letter-code-expired',
    });
  });

  it('works for one account, which may hand it in again, also when it is too old', () => {
    const used = { ...fresh, usedBy: 'amina', revokedAt: now };
    expect(judgeLetterCode(used, 'amina', fresh.expiresAt)).toEqual({ ok: true, value: 'used-before' });
    expect(judgeLetterCode(used, 'bob', now)).toEqual({ ok: false, refusal: 'letter-code-used' });
  });
});
