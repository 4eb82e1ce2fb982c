import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { letterCodeExpiry } from '@buurtstem/accounts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { LetterBatchEntity } from './entities';
import type { NewLetterBatchDto } from './identity.dto';
import { LetterCodes } from './letter-codes';

/** Makes a batch of codes to print in letters. They are answered here and kept as hashes: nobody reads them again. */
@Injectable()
export class CreateLetterBatch {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly letterCodes: LetterCodes,
  ) {}

  execute(
    districtId: number,
    { label, size }: { readonly label: string; readonly size: number },
    createdBy: ResidentId,
  ): Promise<NewLetterBatchDto> {
    const id = randomUUID();
    const codes = this.letterCodes.make(size);
    const hashes = codes.map((code) => this.letterCodes.hashOf(districtId, code));
    return this.transaction.run(async (em) => {
      const createdAt = await this.clock.now(em);
      const expiresAt = letterCodeExpiry(createdAt);
      await em.insert(LetterBatchEntity, {
        ...{ districtId, id, label, size, createdBy, createdAt, expiresAt },
        revokedAt: null,
      });
      await em.query(
        `insert into letter_code (district_id, code_hash, batch_id) select $1, hash, $2 from unnest($3::bytea[]) as hash`,
        [districtId, id, hashes],
      );
      return {
        id,
        label,
        size,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        codes,
      };
    });
  }
}
