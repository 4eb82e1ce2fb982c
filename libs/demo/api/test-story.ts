import { STORIES, type ProposalStory } from './story';

/** Votes for and against of each proposal in the fixed district of the tests; the first is the only one above 100. */
const COURSE: readonly (readonly [title: string, votesFor: number, votesAgainst: number])[] = [
  ['Bankjes langs het Molenpad', 112, 6],
  ['Een waterspeelplek op het Kersenplein', 95, 12],
  ['Veilig oversteken bij de Sluisbrug', 87, 9],
  ['Geen auto’s in de Sluisstraat', 60, 55],
  ['Een ruilkast voor boeken', 41, 2],
  ['Rijd 30 in alle woonstraten', 30, 18],
  ['Meer licht op het pad', 12, 1],
  ['Een buurtfeest dat van iedereen is', 0, 0],
];

/** Eight proposals in one open round. */
export const TEST_STORIES: readonly ProposalStory[] = COURSE.map(([title, votesFor, votesAgainst]) => {
  const story = STORIES.find((one) => one.title.startsWith(title));
  if (!story) throw new Error(`The story has no proposal "${title}".`);
  return { ...story, entersRound: 1, votes: [[votesFor, votesAgainst]] };
});
