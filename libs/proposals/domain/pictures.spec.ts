import { arrange, mayAddPicture, mayChangePictures, PICTURES_PER_PROPOSAL } from './pictures';
import type { ProposalState } from './lifecycle';

const DRAFT = { submitterId: 'ans', state: 'draft' as ProposalState, hidden: false };
const pictures = (count: number, hidden = false): { id: string; hidden: boolean }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${hidden ? 'verborgen' : 'foto'}-${index}`, hidden }));

describe('a picture beside a plan', () => {
  it.each([
    ['a draft', DRAFT, false],
    ['an open plan that nobody voted on or argued about', { ...DRAFT, state: 'open' as const }, false],
  ])('is added by its submitter to %s, up to five', (_what, plan, heard) => {
    expect(mayAddPicture(plan, 'ans', heard, pictures(PICTURES_PER_PROPOSAL - 1)).ok).toBe(true);
    expect(mayAddPicture(plan, 'ans', heard, pictures(PICTURES_PER_PROPOSAL))).toEqual({
      ok: false,
      refusal: 'too-many-pictures',
    });
  });

  it('counts a hidden one, which may be shown again', () => {
    const four = [...pictures(4), ...pictures(1, true)];
    expect(mayAddPicture(DRAFT, 'ans', false, four)).toEqual({ ok: false, refusal: 'too-many-pictures' });
  });

  it.each([
    ['by somebody else', DRAFT, 'bob', false, 'not-the-submitter'],
    ['once somebody voted or argued', { ...DRAFT, state: 'open' as const }, 'ans', true, 'text-locked'],
    [
      'when it takes no votes any more',
      { ...DRAFT, state: 'won' as const },
      'ans',
      false,
      'proposal-not-open',
    ],
    [
      'while it is hidden',
      { ...DRAFT, state: 'open' as const, hidden: true },
      'ans',
      false,
      'proposal-not-open',
    ],
  ])('is not added, described, moved or removed %s', (_why, plan, by, heard, refusal) => {
    expect(mayAddPicture(plan, by, heard, [])).toEqual({ ok: false, refusal });
    expect(mayChangePictures(plan, by, heard)).toEqual({ ok: false, refusal });
  });

  it('stands where the submitter wants it, and hidden ones come last', () => {
    const all = [...pictures(1, true), ...pictures(3)];
    expect(arrange(all, ['foto-2', 'foto-0', 'foto-1'])).toEqual({
      ok: true,
      value: ['foto-2', 'foto-0', 'foto-1', 'verborgen-0'],
    });
  });

  it.each([
    ['one is missing', ['foto-0']],
    ['one is named twice', ['foto-0', 'foto-0']],
    ['one is of another plan', ['foto-0', 'vreemd']],
    ['one more is named', ['foto-0', 'foto-1', 'vreemd']],
    ['a hidden one is named', ['foto-0', 'verborgen-0']],
  ])('stays where it is when %s', (_what, wanted) => {
    expect(arrange([...pictures(2), ...pictures(1, true)], wanted)).toEqual({
      ok: false,
      refusal: 'version-conflict',
    });
  });
});
