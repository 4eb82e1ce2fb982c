import type { ArgumentSort } from '@buurtstem/contract';

/** The orders that one can choose, as the page words them. */
export const SORTS = [
  {
    sort: 'best',
    words: $localize`Beste`,
    query: null,
    explained: $localize`Wat lezers vaak een goed punt vinden, staat bovenaan.`,
  },
  {
    sort: 'newest',
    words: $localize`Nieuwste`,
    query: 'nieuwste',
    explained: $localize`De nieuwste staan bovenaan.`,
  },
] as const;

/** The order that the address of the page asks for (`?volgorde=nieuwste`); best first where it asks nothing. */
export function argumentSort(query: string | undefined): ArgumentSort {
  return SORTS.find((one) => one.query === query)?.sort ?? 'best';
}
