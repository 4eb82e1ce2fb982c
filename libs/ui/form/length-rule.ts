import { type SchemaPath, validate } from '@angular/forms/signals';
import { fits, type LengthRange } from '@buurtstem/shared-domain';
import { whole } from '../format/numbers';
import { cleanText } from './clean-text';

/** Characters as the rules count them in what is sent: without surrounding blanks, an emoji is one. */
export function lengthOf(text: string): number {
  return [...cleanText(text)].length;
}

/** What is wrong with the length of a text, and how to mend it; null when it fits. */
export function lengthWords(text: string, range: LengthRange, what: string): string | null {
  if (fits(cleanText(text), range)) return null;
  const length = lengthOf(text);
  if (length === 0) return $localize`Vul ${what}:what: in.`;
  return length < range.min
    ? $localize`Dit is te kort. Schrijf er nog ${characters(range.min - length)}:characters: bij (minstens ${whole(range.min)}:min:).`
    : $localize`Dit is te lang. Haal er ${characters(length - range.max)}:characters: af (hoogstens ${whole(range.max)}:max:).`;
}

/** The rule that domain and API also hold to, said beside the field. */
export function lengthRule(path: SchemaPath<string>, range: () => LengthRange, what: string): void {
  validate(path, ({ value }) => {
    const message = lengthWords(value(), range(), what);
    return message === null ? undefined : { kind: 'length', message };
  });
}

function characters(count: number): string {
  return `${whole(count)} ${count === 1 ? $localize`teken` : $localize`tekens`}`;
}
