import { Injectable } from '@nestjs/common';
import type { Means } from '@buurtstem/accounts-domain';
import { Config } from '@buurtstem/platform-api';
import { DataSource, type EntityManager } from 'typeorm';

/** What of the means stands in the database, as columns (`KeptMeans`), for who asks something else by the same statement. */
export const meansIn = (districtId: string): string => `
  exists (select from address where district_id = ${districtId}) as "hasAddressTable",
  exists (select from letter_batch where district_id = ${districtId} and revoked_at is null
    and expires_at > clock_timestamp()) as "hasLetters"`;

export type KeptMeans = Omit<Means, 'hasBroker'>;

/** Answers whether residents can show at all who they are: where they cannot, voting stays closed. */
@Injectable()
export class Eligibility {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /**
   * Level 0 needs nothing. Level 1 needs an address table; level 2 an identity provider or letters. Once residents have
   * shown level 2, letters that have expired close nothing.
   */
  async isSet(
    districtId: number,
    level: 0 | 1 | 2,
    em: EntityManager = this.dataSource.manager,
  ): Promise<boolean> {
    return level === 0 || this.isSetBy(await this.means(districtId, em), districtId, level, em);
  }

  /** The same, for who has asked for the means already. */
  async isSetBy(
    { hasAddressTable, hasLetters }: KeptMeans,
    districtId: number,
    level: 0 | 1 | 2,
    em: EntityManager = this.dataSource.manager,
  ): Promise<boolean> {
    if (level === 0) return true;
    if (level === 1) return hasAddressTable;
    return this.hasBroker || hasLetters || this.isProvenByAnyone(em, districtId);
  }

  async means(districtId: number, em: EntityManager = this.dataSource.manager): Promise<Means> {
    const [row] = await em.query<KeptMeans[]>(`select ${meansIn('$1')}`, [districtId]);
    return {
      hasAddressTable: row?.hasAddressTable ?? false,
      hasLetters: row?.hasLetters ?? false,
      hasBroker: this.hasBroker,
    };
  }

  private get hasBroker(): boolean {
    return this.config.oidc !== null;
  }

  private async isProvenByAnyone(em: EntityManager, districtId: number): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      'select from identity_proof where district_id = $1 and level = 2 limit 1',
      [districtId],
    );
    return rows.length > 0;
  }
}
