import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AddressTableDto } from './identity.dto';

/** Questions about a district's address table as a whole. */
@Injectable()
export class AddressTables {
  constructor(private readonly dataSource: DataSource) {}

  async summary(districtId: number): Promise<AddressTableDto> {
    const [row] = await this.dataSource.query<
      { addresses: number; neighbourhoods: number; importedAt: Date | null }[]
    >(
      `select count(*)::integer as addresses, count(distinct neighbourhood_slug)::integer as neighbourhoods,
              max(imported_at) as "importedAt"
       from address where district_id = $1`,
      [districtId],
    );
    return {
      addresses: row?.addresses ?? 0,
      neighbourhoods: row?.neighbourhoods ?? 0,
      importedAt: row?.importedAt?.toISOString() ?? null,
    };
  }
}
