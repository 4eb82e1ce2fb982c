import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Answers how well a resident has shown, in a district, who they are. */
@Injectable()
export class IdentityLevels {
  constructor(private readonly dataSource: DataSource) {}

  /** The highest level proven there; 0, a confirmed e-mail address, is what every account has. */
  async of(districtId: number, accountId: string): Promise<0 | 1 | 2> {
    const [row] = await this.dataSource.query<{ level: 0 | 1 | 2 }[]>(
      `select coalesce(max(level), 0)::integer as level from identity_proof
       where district_id = $1 and account_id = $2`,
      [districtId, accountId],
    );
    return row?.level ?? 0;
  }
}
