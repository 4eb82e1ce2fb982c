import { closedReason } from './vote-words';

describe('why one cannot vote on a plan', () => {
  it.each([
    ['won', 'Het gaat nu naar de stadsdeelcommissie.'],
    ['on-agenda', 'Het gaat nu naar de stadsdeelcommissie.'],
    ['held-over', 'Het gaat nu naar de stadsdeelcommissie.'],
    ['discussed', 'De stadsdeelcommissie heeft het besproken.'],
    ['adopted', 'De stadsdeelcommissie heeft er een besluit over genomen.'],
    ['partly-adopted', 'De stadsdeelcommissie heeft er een besluit over genomen.'],
    ['rejected', 'De stadsdeelcommissie heeft er een besluit over genomen.'],
    ['in-progress', 'De stadsdeelcommissie heeft er een besluit over genomen.'],
    ['done', 'De stadsdeelcommissie heeft er een besluit over genomen.'],
  ])('a winner that is %s: %s', (state, words) => {
    expect(closedReason(state, 1)).toBe(`Dit plan heeft gewonnen. ${words} Uw stem blijft bewaard.`);
  });

  it.each([
    ['withdrawn', 'De indiener trok dit plan in. Het doet niet meer mee.'],
    ['closed', 'Dit plan deed mee aan drie tellingen. Het won niet. Dank aan iedereen die meedeed.'],
  ])('one that is %s: %s', (state, words) => {
    expect(closedReason(state, 3)).toBe(words);
  });

  it('says nothing of a plan that is open', () => {
    expect(closedReason('open', 0)).toBeNull();
  });
});
