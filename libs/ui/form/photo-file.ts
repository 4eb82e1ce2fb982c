import { PICTURE_LIMITS, PICTURE_TYPES } from '@buurtstem/shared-domain';
import { refusalWords } from '../words/refusals';

/** For the `accept` of a file field: with it a phone turns its own format into one of these. */
export const PHOTO_TYPES = PICTURE_TYPES.join(',');

/** What is wrong with a file before it is sent, as far as its size and its type say; null when nothing is. */
export function photoMistake({ size, type }: File): string | null {
  if (size > PICTURE_LIMITS.bytes) return refusalWords['picture-too-large'];
  return PICTURE_TYPES.some((allowed) => allowed === type) ? null : refusalWords['picture-not-a-photo'];
}
