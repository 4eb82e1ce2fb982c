/** For a confidence of 95 %. */
const Z = 1.96;

/** An argument is young until it is this old, in hours, or had this many chances to be liked. */
export const YOUNG = { hours: 72, trials: 20 } as const;

/** Bounds of the share that lies behind a sample, and their middle; each between 0 and 1. */
export interface WilsonInterval {
  readonly low: number;
  readonly centre: number;
  readonly high: number;
}

/**
 * Where the true share of successes lies, at 95 % confidence, given `successes` out of `trials`. Without trials it is
 * anywhere: 0 to 1. Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
 */
export function wilsonInterval(successes: number, trials: number): WilsonInterval {
  const spread = trials === 0 ? 0 : (successes * (trials - successes)) / trials;
  const weight = trials + Z * Z;
  const centre = (successes + (Z * Z) / 2) / weight;
  const half = (Z * Math.sqrt(spread + (Z * Z) / 4)) / weight;
  // Exactly 0 and 1, where rounding would give something near it: equal scores are put in order by their time.
  const low = successes === 0 ? 0 : centre - half;
  return { low, centre, high: successes === trials ? 1 : centre + half };
}

/**
 * How often an argument could have been liked: the likes that its side got since it was posted, its own among them.
 * `sideLikes` are those of the whole side now, `likesBefore` those that it had when the argument was posted.
 */
export function trialsOf(argument: {
  readonly likes: number;
  readonly likesBefore: number;
  readonly sideLikes: number;
}): number {
  // Likes that were taken back since could make it fewer than its own.
  return Math.max(argument.sideLikes - argument.likesBefore, argument.likes);
}

/**
 * By what arguments are ordered, best first: between 0 and 1, from its likes, its trials and its age in hours. An old
 * argument scores what it has certainly earned, the lower bound of {@link wilsonInterval}; a young one the middle, so
 * that it is read at all. The database function `argument_score` says the same.
 */
export function argumentScore(argument: {
  readonly likes: number;
  readonly trials: number;
  readonly ageHours: number;
}): number {
  const { low, centre } = wilsonInterval(argument.likes, argument.trials);
  const isYoung = argument.ageHours < YOUNG.hours && argument.trials < YOUNG.trials;
  return isYoung ? centre : low;
}
