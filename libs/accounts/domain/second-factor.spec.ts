import { isFreshStep, parseFactorLabel, TOTP_PERIOD, totpStep } from './index';

describe('a second factor', () => {
  it.each([
    [' Mijn  telefoon ', 'Mijn telefoon'],
    ['1', '1'],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('%j is called %j', (text, label) => {
    expect(parseFactorLabel(text)).toEqual({ ok: true, value: label });
  });

  it.each([[''], ['   '], ['x'.repeat(61)], ['a\nb'], ['a\u202Eb']])('is not called %j', (text) => {
    expect(parseFactorLabel(text)).toEqual({ ok: false, refusal: 'invalid-input' });
  });

  it('shows a new code every thirty seconds', () => {
    const steps = [0, 29.999, 30, 59.999, 60].map((seconds) => totpStep(new Date(seconds * 1000)));
    expect(steps).toEqual([0, 0, 1, 1, 2]);
    expect(TOTP_PERIOD).toBe(30);
  });

  it.each([
    [8, 7, true],
    [7, 7, false],
    [6, 7, false],
  ])('accepts code %i after code %i: %s', (step, last, isFresh) => {
    expect(isFreshStep(step, last)).toBe(isFresh);
  });
});
