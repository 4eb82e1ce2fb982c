import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';

/** The largest number that PostgreSQL's `integer` holds. */
const MAX = 2_147_483_647;

/** A number in an address: counts from 1, and fits the column that it is looked up in. */
@Injectable()
export class WholeNumber implements PipeTransform<string, number> {
  transform(text: string, { data: field = 'number' }: ArgumentMetadata): number {
    const value = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : NaN;
    if (value <= MAX) return value;
    throw new Refusal('invalid-input', [
      { field, code: 'invalid-input', message: 'must be a whole number from 1' },
    ]);
  }
}
