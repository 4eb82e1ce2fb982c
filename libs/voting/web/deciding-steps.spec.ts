import type { Count, CountLine } from '@buurtstem/contract';
import { decidingSteps } from './deciding-steps';
import { aCount, aLine } from './testing';

const words = (count: Count) =>
  decidingSteps(count).map((step) => `${step.decided ? '*' : ''}${step.title}: ${step.words}`);
const tie = (decidedBy: Count['decidedBy'], winner: Partial<CountLine>, rival: Partial<CountLine>) =>
  aCount({
    decidedBy,
    lines: [aLine(1, { votesFor: 164, ...winner }), aLine(2, { votesFor: 164, ...rival })],
  });

describe('the deciding step', () => {
  it('is most votes for, and names the next plan', () => {
    const count = aCount({
      decidedBy: 'votes',
      lines: [aLine(1, { votesFor: 164 }), aLine(2, { votesFor: 121 })],
    });
    expect(words(count)).toEqual([
      '*Meeste stemmen voor: 164 stemmen voor. Het volgende plan had er 121.',
      'Minste stemmen tegen: Niet nodig.',
      'Eerst geplaatst: Niet nodig.',
      'Loting: Niet nodig.',
    ]);
  });

  it('is fewest votes against where the votes for are equal', () => {
    expect(words(tie('fewer-against', { votesAgainst: 12 }, { votesAgainst: 31 })).slice(0, 3)).toEqual([
      'Meeste stemmen voor: Gelijk: 164 en 164.',
      '*Minste stemmen tegen: 12 tegen is minder dan 31 tegen.',
      'Eerst geplaatst: Niet nodig.',
    ]);
  });

  it('is first published where both are equal', () => {
    const count = tie('published-earlier', { publishedAt: '2026-10-11T09:00:00Z' }, {});
    expect(words(count)[2]).toMatch(
      /^\*Eerst geplaatst: Dit plan stond er al op 11\soktober\s2026 om 11\.00\suur\.$/,
    );
    expect(words(count)[3]).toBe('Loting: Niet nodig.');
  });

  it('is the lot where everything is equal', () => {
    expect(words(tie('lot', {}, {})).at(-1)).toMatch(/^\*Loting: Het lot koos dit plan\./);
  });

  it('is not there without a winner', () => {
    expect(decidingSteps(aCount({ decidedBy: 'none', winner: null }))).toEqual([]);
  });
});
