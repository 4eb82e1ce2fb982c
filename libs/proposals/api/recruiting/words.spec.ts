import type { SharedPlan } from './read-shared-plan';
import { dayOf, wordsOf } from './words';

const plan = (changes: Partial<SharedPlan> = {}): SharedPlan => ({
  district: { slug: 'west', name: 'West', theme: 'west' },
  number: 12,
  title: 'Veilig oversteken',
  summary: '',
  neighbourhood: null,
  isOpen: true,
  votesFor: 87,
  threshold: 100,
  closesAt: new Date('2026-12-08T15:00:00Z'),
  now: new Date('2026-11-29T13:32:00Z'),
  photo: null,
  ...changes,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const left = (changes: Partial<SharedPlan>, language: 'nl' | 'en'): string => {
  const { big, small } = wordsOf(plan(changes), language).left;
  return plain(`${big} ${small}`);
};

describe('what a plan says of itself outside its page', () => {
  it.each([
    ['in the round', {}, 'Nog 9 dagen om te stemmen', '9 days left to vote'],
    ['tomorrow', { now: new Date('2026-12-07T22:59:00Z') }, 'Nog 1 dag om te stemmen', '1 day left to vote'],
    [
      'on the day',
      { now: new Date('2026-12-07T23:01:00Z') },
      'Vandaag om 16.00 uur tellen we',
      'Today we count at 16:00',
    ],
    [
      'from the count on',
      { now: new Date('2026-12-08T15:00:00Z') },
      'We tellen de uitslag komt zo',
      'Counting the result comes soon',
    ],
    ['between rounds', { closesAt: null }, 'Even pauze er loopt geen ronde', 'A pause no round is open'],
    [
      'closed',
      { isOpen: false, closesAt: null },
      'Gesloten stemmen kan niet meer',
      'Closed voting has ended',
    ],
  ])('says how long there is to vote: %s', (_when, changes, dutch, english) => {
    expect(left(changes, 'nl')).toBe(dutch);
    expect(left(changes, 'en')).toBe(english);
  });

  it('says how many votes are there and are needed', () => {
    const said = (votesFor: number, language: 'nl' | 'en'): string => {
      const { votes, threshold } = wordsOf(plan({ votesFor, threshold: 1000 }), language);
      return plain(`${votes.number} ${votes.noun}. ${threshold}`);
    };
    expect(said(1, 'nl')).toBe('1 stem voor. Nog 999 nodig om de 1.000 te halen.');
    expect(said(87, 'en')).toBe('87 votes for. 913 more needed to reach 1,000.');
    expect(said(1, 'en')).toMatch(/^1 vote for\./);
    expect(said(1000, 'nl')).toBe('1.000 stemmen voor. Genoeg stemmen');
    expect(said(1000, 'en')).toBe('1,000 votes for. Enough votes');
  });

  it('asks for a vote while one can vote, and to read after that', () => {
    expect(wordsOf(plan(), 'nl').act).toBe('Stem op dit plan');
    expect(wordsOf(plan(), 'en').act).toBe('Vote on this plan');
    expect(wordsOf(plan({ isOpen: false }), 'nl').act).toBe('Lees dit plan');
    expect(wordsOf(plan({ isOpen: false }), 'en').act).toBe('Read about this plan');
  });

  it('writes days as each language does', () => {
    const day = new Date('2026-12-08T15:00:00Z');
    expect([dayOf(day, 'nl'), dayOf(day, 'en')].map(plain)).toEqual([
      'dinsdag 8 december',
      'Tuesday 8 December',
    ]);
  });
});
