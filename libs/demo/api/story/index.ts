import { CLOSED } from './closed';
import { LAST_CHANCE } from './last-chance';
import { NEWCOMERS } from './newcomers';
import { SECOND_CHANCE } from './second-chance';
import type { ProposalStory } from './story';
import { WINNERS } from './winners';

/** Everything that residents of the demo ever proposed. */
export const STORIES: readonly ProposalStory[] = [
  ...WINNERS,
  ...CLOSED,
  ...LAST_CHANCE,
  ...SECOND_CHANCE,
  ...NEWCOMERS,
];
export { OUTCOMES, type OutcomeStory } from './outcomes';
export { SMALL_TALK } from './small-talk';
export { COUNTED_ROUNDS, type NeighbourhoodSlug, type ProposalStory } from './story';
