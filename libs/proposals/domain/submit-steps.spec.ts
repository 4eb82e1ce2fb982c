import { stepAfter, stepBefore, SUBMIT_STEPS, unfinishedSteps } from './submit-steps';

describe('the steps of writing a proposal', () => {
  it('lead from the title to the look at the whole, and back', () => {
    expect(SUBMIT_STEPS.map(stepAfter)).toEqual([...SUBMIT_STEPS.slice(1), null]);
    expect(SUBMIT_STEPS.map(stepBefore)).toEqual([null, ...SUBMIT_STEPS.slice(0, -1)]);
  });

  it('are unfinished where a text is missing, too short or too long', () => {
    expect(unfinishedSteps({ title: '', summary: 'kort', body: 'x'.repeat(5001) })).toEqual([
      'title',
      'summary',
      'body',
    ]);
    expect(unfinishedSteps({ title: 'x'.repeat(10), summary: 'x'.repeat(20), body: 'kort' })).toEqual([
      'body',
    ]);
  });

  it('ask for nothing more than the three texts', () => {
    expect(
      unfinishedSteps({ title: 'x'.repeat(10), summary: 'x'.repeat(20), body: 'x'.repeat(140) }),
    ).toEqual([]);
  });
});
