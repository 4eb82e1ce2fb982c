import { Injectable } from '@nestjs/common';
import { methodsTo } from '@buurtstem/accounts-domain';
import { Districts } from '@buurtstem/districts-api';
import { Config } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { Eligibility } from './eligibility';
import { IdentityProofEntity } from './entities';
import type { MyIdentityDto } from './identity.dto';

/** What a resident reads of how well they have shown, in a district, who they are. */
@Injectable()
export class ReadMyIdentity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly eligibility: Eligibility,
    private readonly config: Config,
  ) {}

  async of(districtId: number, accountId: ResidentId): Promise<MyIdentityDto> {
    const [rules, means, proofs] = await Promise.all([
      this.districts.rulebook(districtId),
      this.eligibility.means(districtId),
      this.dataSource.manager.find(IdentityProofEntity, {
        where: { districtId, accountId },
        order: { level: 'asc' },
      }),
    ]);
    return {
      level: proofs.at(-1)?.level ?? 0,
      needed: rules.identityLevel,
      methods: methodsTo(rules.identityLevel, means),
      brokerName: this.config.oidc?.name ?? null,
      proofs: proofs.map(({ level, method, provenAt }) => ({
        level,
        method,
        provenAt: provenAt.toISOString(),
      })),
    };
  }
}
