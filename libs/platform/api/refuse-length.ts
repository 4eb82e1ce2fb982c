import { fits, Refusal, type LengthRange, type RefusalCode } from '@buurtstem/shared-domain';

/** Refuses one text of the wrong length, naming its field and the bounds. */
export function refuseLength(text: string, range: LengthRange, field: string, code: RefusalCode): void {
  if (fits(text, range)) return;
  const message = `between ${range.min} and ${range.max} characters`;
  throw new Refusal('invalid-input', [{ field, code, message }]);
}
