import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { RulebookSettings } from '@buurtstem/districts-domain';
import { DistrictEntity, NeighbourhoodEntity, ProposalThemeEntity } from './entities';
import { SetRules } from './set-rules';

export interface NewDistrict {
  readonly slug: string;
  readonly name: string;
  readonly municipality: string;
  readonly theme: string;
  readonly neighbourhoods: readonly { readonly slug: string; readonly name: string }[];
  /** What plans can be about; without any, nobody is asked. */
  readonly proposalThemes?: readonly { readonly slug: string; readonly name: string }[];
  /** Without rules the district exists, and nobody can vote in it yet. */
  readonly rules?: RulebookSettings;
  /** When the rules take effect; now by default. */
  readonly rulesFrom?: Date;
}

/** Sets up a district with its neighbourhoods and, when they are known, its rules. */
@Injectable()
export class FoundDistrict {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly setRules: SetRules,
  ) {}

  /** Answers the new district's id. */
  execute(wanted: NewDistrict): Promise<number> {
    return this.transaction.run(async (em) => {
      const now = await this.clock.now(em);
      const [highest] = await em.query<{ id: number }[]>(
        'select coalesce(max(id), 0)::integer as id from district',
      );
      const districtId = (highest?.id ?? 0) + 1;
      const { slug, name, municipality, theme } = wanted;
      await em.insert(DistrictEntity, {
        id: districtId,
        slug,
        name,
        municipality,
        theme,
        lastProposalNumber: 0,
        createdAt: now,
      });
      await em.insert(
        NeighbourhoodEntity,
        wanted.neighbourhoods.map((n) => ({ districtId, ...n })),
      );
      await em.insert(
        ProposalThemeEntity,
        (wanted.proposalThemes ?? []).map((theme) => ({ districtId, ...theme })),
      );
      if (wanted.rules) await this.setRules.within(em, districtId, wanted.rules, wanted.rulesFrom ?? now);
      return districtId;
    });
  }
}
