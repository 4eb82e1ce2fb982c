/** The order of arguments: best by what readers found a good point, or newest. */
export const ARGUMENT_SORTS = ['best', 'newest'] as const;
export type ArgumentSort = (typeof ARGUMENT_SORTS)[number];
