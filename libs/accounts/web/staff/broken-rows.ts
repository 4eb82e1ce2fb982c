import { HttpErrorResponse } from '@angular/common/http';
import type { RefusalCode } from '@buurtstem/shared-domain';

/** A row of the file that could not be read, in words. */
export interface BrokenRow {
  readonly line: string;
  readonly words: string;
}

const WORDS: Partial<Readonly<Record<string, string>>> = {
  'address-row-not-readable': $localize`Deze regel heeft niet drie delen met een puntkomma ertussen, of er staat een los aanhalingsteken in.`,
  'postcode-not-valid': $localize`De postcode klopt niet. Een postcode ziet er zo uit: 1055AB.`,
  'house-number-not-valid': $localize`Het huisnummer klopt niet. Schrijf alleen cijfers, zonder toevoeging.`,
  'neighbourhood-unknown': $localize`Deze buurt hoort niet bij dit stadsdeel.`,
  'address-in-two-neighbourhoods': $localize`Dit adres staat ook op een andere regel, met een andere buurt.`,
} satisfies Partial<Record<RefusalCode, string>>;
const OTHERWISE = $localize`Deze regel klopt niet.`;

interface ProblemErrors {
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

/** Every broken row that the API named, in the order of the file; none when it refused for another reason. */
export function brokenRows(error: unknown): readonly BrokenRow[] {
  if (!(error instanceof HttpErrorResponse)) return [];
  const { errors = [] } = (error.error ?? {}) as ProblemErrors;
  return errors.map(({ field, code }) => ({
    line: field.replace(/^line /, ''),
    words: WORDS[code] ?? OTHERWISE,
  }));
}
