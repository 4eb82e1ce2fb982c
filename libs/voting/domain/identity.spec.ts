import { meetsIdentityLevel } from './index';
import { CLOSES_AT } from './testing';

const justBefore = new Date(CLOSES_AT.getTime() - 1);

describe('the identity level of a voter', () => {
  it.each([
    ['0 needs no proof', [], 0, true],
    ['1 needs one', [], 1, false],
    ['1 is met by an address', [{ level: 1, provenAt: justBefore }], 1, true],
    ['1 is met by more than an address', [{ level: 2, provenAt: justBefore }], 1, true],
    ['2 is not met by an address', [{ level: 1, provenAt: justBefore }], 2, false],
    ['shown at the count date is too late for that round', [{ level: 2, provenAt: CLOSES_AT }], 2, false],
  ])('%s', (_name, proofs, needed, expected) => {
    expect(meetsIdentityLevel(proofs, needed, CLOSES_AT)).toBe(expected);
  });
});
