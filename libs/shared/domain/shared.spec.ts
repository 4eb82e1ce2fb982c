import { accept, fits, Refusal, refuse, unreachable } from './index';

describe('a rule answers', () => {
  it('with what follows, or with the code of the refusal', () => {
    expect(accept(3)).toEqual({ ok: true, value: 3 });
    expect(refuse('not-found')).toEqual({ ok: false, refusal: 'not-found' });
  });

  it('refuses by a code that names its fields', () => {
    const refusal = new Refusal('invalid-input', [
      { field: 'title', code: 'title-length', message: 'too short' },
    ]);
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.code, refusal.errors[0]?.field]).toEqual(['invalid-input', 'title']);
    expect(new Refusal('not-found').errors).toEqual([]);
  });

  it('says which case nobody foresaw', () => {
    expect(() => unreachable('sideways' as never)).toThrow('Not foreseen: "sideways"');
  });
});

describe('the length of a text', () => {
  it.each([
    ['ab', false],
    ['abc', true],
    ['  abc  ', true],
    ['abcde', true],
    ['abcdef', false],
    ['😀😀😀😀😀', true],
  ])('counts characters, not bytes or blanks around: %j → %s', (text, expected) => {
    expect(fits(text, { min: 3, max: 5 })).toBe(expected);
  });
});
