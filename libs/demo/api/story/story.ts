import type { ProposalKind } from '@buurtstem/proposals-domain';
import type { Daytime, Season } from '../scenes/light';
import type { SceneName } from '../scenes/scene';

/** The number of rounds that the story has counted; the next one is open. */
export const COUNTED_ROUNDS = 6;

export type NeighbourhoodSlug =
  'havenrand' | 'sluiskwartier' | 'kersentuin' | 'molenwijk' | 'parkbuurt' | 'stationskwartier';

/** A proposal of the demo, and its course through the rounds. */
export interface ProposalStory {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly kind?: ProposalKind;
  readonly neighbourhood: NeighbourhoodSlug | null;
  readonly submitter: string;
  readonly picture: {
    readonly scene: SceneName;
    readonly season: Season;
    readonly daytime: Daytime;
    readonly alt: string;
  };
  /** The round in which it is published, from 1; round 7 is the open one. */
  readonly entersRound: number;
  /** Votes for and against in all, at the end of each round it takes part in; for the open round, by now. */
  readonly votes: readonly (readonly [number, number])[];
  readonly forIt: readonly string[];
  readonly againstIt: readonly string[];
  readonly note?: string;
  readonly withdrawal?: string;
}
