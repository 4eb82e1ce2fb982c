import { faults, inOrder, translated } from './catalogue.ts';

const dutch = { '3': ' Zet foto {$number} eerder ', '1': 'Agenda', '2': 'Besluit' };

describe('the texts of the site in another language', () => {
  it('stand in the order of the Dutch ones', () => {
    expect(inOrder(dutch)).toEqual(['1', '2', '3']);
  });

  it('are kept while their Dutch text is shown, and take their outer spaces from it', () => {
    const known = { '9': 'Gone', '3': 'Move photo {$number} up', '1': 'Agenda' };
    expect(translated(dutch, known)).toEqual({ '1': 'Agenda', '3': ' Move photo {$number} up ' });
  });

  it('are whole when every text is there with the same places for values', () => {
    const english = { '1': 'Agenda', '2': 'Decision', '3': 'Move photo {$number} up' };
    expect(faults(dutch, english)).toEqual([]);
  });

  it.each([
    ['a text without a translation', { '1': 'Agenda', '3': 'Move photo {$number} up' }, 'has no translation'],
    ['an empty one', { '1': 'Agenda', '2': ' ', '3': 'Move photo {$number} up' }, 'is empty'],
    ['a lost value', { '1': 'Agenda', '2': 'Decision', '3': 'Move photo up' }, 'has other places'],
    [
      'a value that is not there',
      { '1': 'Agenda {$number}', '2': 'Decision', '3': 'Move photo {$number} up' },
      'has other places',
    ],
    [
      'one of a text that is gone',
      { '1': 'Agenda', '2': 'Decision', '3': 'Move {$number} up', '4': 'Old' },
      'translates nothing',
    ],
  ])('name %s', (_, english, words) => {
    expect(faults(dutch, english)).toEqual([expect.stringContaining(words)]);
  });

  it('keep the cases of a choice', () => {
    const choice = { '1': '{VAR_SELECT, select, true {stem} other {stemmen}} voor' };
    expect(faults(choice, { '1': '{VAR_SELECT, select, true {vote} other {votes}} for' })).toEqual([]);
    expect(faults(choice, { '1': '{VAR_SELECT, select, yes {vote} other {votes}} for' })).toHaveLength(1);
  });
});
