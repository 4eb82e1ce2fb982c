import type { Argument, Choice } from '@buurtstem/contract';

/** One column of the discussion. */
export interface Side {
  readonly key: Choice;
  readonly arguments: readonly Argument[];
  readonly total: number;
  readonly hasMore: boolean;
}
