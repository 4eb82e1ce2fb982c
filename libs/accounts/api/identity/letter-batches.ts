import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { LetterBatchDto } from './identity.dto';

type Row = Record<'createdAt' | 'expiresAt', Date> & { revokedAt: Date | null } & Omit<
    LetterBatchDto,
    'createdAt' | 'expiresAt' | 'revokedAt'
  >;

/** Questions about the batches of letters, never about the codes in them. */
@Injectable()
export class LetterBatches {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async all(districtId: number): Promise<LetterBatchDto[]> {
    return this.find(districtId, null);
  }

  async one(districtId: number, id: string): Promise<LetterBatchDto> {
    const [batch] = await this.find(districtId, id);
    if (!batch) throw new Refusal('letter-batch-not-found');
    return batch;
  }

  private async find(districtId: number, id: string | null): Promise<LetterBatchDto[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select b.id, b.label, b.size, b.created_at as "createdAt", b.expires_at as "expiresAt",
              b.revoked_at as "revokedAt",
              (select count(*) filter (where c.used_at is not null)::integer from letter_code c
               where c.district_id = b.district_id and c.batch_id = b.id) as used
       from letter_batch b where b.district_id = $1 and ($2::uuid is null or b.id = $2)
       order by b.created_at desc, b.id`,
      [districtId, id],
    );
    return rows.map(({ id: batch, label, size, used, createdAt, expiresAt, revokedAt }) => ({
      id: batch,
      label,
      size,
      used,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  }
}
