import { afterLosing, chancesLeft } from './index';

describe('three chances', () => {
  it.each([
    [0, 3],
    [1, 2],
    [3, 0],
    [5, 0],
  ])('after %i count dates %i are left', (chancesUsed, left) => {
    expect(chancesLeft({ state: 'open', chancesUsed }, 3)).toBe(left);
  });

  it('are over once the proposal is no longer open', () => {
    expect(chancesLeft({ state: 'won', chancesUsed: 1 }, 3)).toBe(0);
  });

  it('stay open after the first and second count, and close after the third', () => {
    expect(afterLosing({ state: 'open', chancesUsed: 0 }, 3)).toEqual({
      ok: true,
      value: { state: 'open', chancesUsed: 1 },
    });
    expect(afterLosing({ state: 'open', chancesUsed: 1 }, 3)).toEqual({
      ok: true,
      value: { state: 'open', chancesUsed: 2 },
    });
    expect(afterLosing({ state: 'open', chancesUsed: 2 }, 3)).toEqual({
      ok: true,
      value: { state: 'closed', chancesUsed: 3 },
    });
  });

  it('cannot run out for what is not open', () => {
    expect(afterLosing({ state: 'withdrawn', chancesUsed: 2 }, 3)).toEqual({
      ok: false,
      refusal: 'proposal-transition-not-possible',
    });
  });
});
