import type { PageVersionState } from '@buurtstem/contract';

/** What a version did: "Ingrid Mulder" wrote a draft, published, or took away. */
export function versionWords(state: PageVersionState): string {
  switch (state) {
    case 'draft':
      return $localize`Concept`;
    case 'published':
      return $localize`Op de site`;
    case 'removed':
      return $localize`Weggehaald`;
  }
}
