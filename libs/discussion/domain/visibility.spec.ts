import { isPublicArgument } from './index';

describe('an argument or reply', () => {
  const proposal = { publishedAt: new Date('2026-11-01'), hidden: false };
  const shown = { hidden: false };
  const hidden = { hidden: true };

  it.each([
    ['is public under a public proposal', proposal, shown, null, true],
    ['that is a reply is public under a public argument', proposal, shown, shown, true],
    ['is not public where it is hidden itself', proposal, hidden, null, false],
    ['that is a reply goes out of sight with its argument', proposal, shown, hidden, false],
    ['goes out of sight with its proposal', { ...proposal, hidden: true }, shown, null, false],
    ['is not public before its proposal is', { ...proposal, publishedAt: null }, shown, null, false],
  ])('%s', (_, under, text, parent, expected) =>
    expect(isPublicArgument(under, text, parent)).toBe(expected),
  );
});
