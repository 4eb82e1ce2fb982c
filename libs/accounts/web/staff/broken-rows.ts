import { HttpErrorResponse } from '@angular/common/http';

/** A row of the file that could not be read, in words. */
export interface BrokenRow {
  readonly line: string;
  readonly words: string;
}

const WORDS: Readonly<Record<string, string>> = {
  'postcode-not-valid': 'De postcode klopt niet. Een postcode ziet er zo uit: 1055AB.',
  'neighbourhood-unknown': 'Deze buurt hoort niet bij dit stadsdeel.',
  'invalid-input': 'Deze regel heeft niet de drie goede delen: postcode, huisnummer en buurt.',
};
const OTHERWISE = 'Deze regel klopt niet.';

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
