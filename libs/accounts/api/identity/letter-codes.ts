import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LETTER_CODE_BYTES, writeLetterCode } from '@buurtstem/accounts-domain';
import { Pseudonyms } from '@buurtstem/platform-api';

/** Makes codes for letters, and the form in which they are kept. */
@Injectable()
export class LetterCodes {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  /** So many codes, no two alike. */
  make(count: number): string[] {
    const codes = new Set<string>();
    while (codes.size < count) codes.add(writeLetterCode(randomBytes(LETTER_CODE_BYTES)));
    return [...codes];
  }

  /** Bound to the district: the same code has another hash elsewhere. */
  hashOf(districtId: number, code: string): Buffer {
    return this.pseudonyms.of('letter', `${districtId} ${code}`);
  }
}
