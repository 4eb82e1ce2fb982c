import type { Stage } from './stage.ts';
import type { Town } from './town.ts';
import { lookIntoUrn } from './urn.ts';
import type { Tally } from './voters.ts';

/** How much of a drill is done: in every `npm test`, or by `npm run drill`. */
export type Size = 'short' | 'full';

/** What a drill, or its control, came to. */
export interface Outcome {
  /** What was done. */
  readonly did: string;
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: number;
  readonly refused: number;
  /** What is not as it should be, in words; nothing where all is well. */
  readonly complaints: readonly string[];
  /** What else was seen. */
  readonly seen?: string;
}

/** A fault, what protects against it, and the same with the protection taken away. */
export interface Drill {
  readonly name: string;
  readonly fault: string;
  run(stage: Stage, size: Size): Promise<Outcome>;
  /** Must complain; a control that does not shows that the drill would see nothing. */
  readonly control: {
    readonly without: string;
    run(stage: Stage, size: Size): Promise<Outcome>;
  };
}

/** Looks for every acknowledged vote, and complains of what must never be. */
export async function judge(
  stage: Stage,
  town: Town,
  tally: Tally,
  did: string,
  more: { readonly complaints?: readonly string[]; readonly seen?: string } = {},
): Promise<Outcome> {
  const { found, lost, torn } = await lookIntoUrn(stage.database, town, tally.acknowledged);
  const complaints = [
    ...(more.complaints ?? []),
    ...(tally.acknowledged.length === 0 ? ['nobody could vote'] : []),
    ...(lost > 0 ? [`${lost} acknowledged votes are lost`] : []),
    ...(torn > 0 ? [`${torn} ballots and ledger lines do not match`] : []),
    ...[...tally.wrong].map(([status, times]) => `${times} answers were ${status}`),
    ...(tally.unanswered > 0 ? [`${tally.unanswered} voters got no answer`] : []),
  ];
  return {
    did,
    acknowledged: tally.acknowledged.length,
    found,
    lost,
    refused: tally.refused,
    complaints,
    ...(more.seen !== undefined && { seen: more.seen }),
  };
}
