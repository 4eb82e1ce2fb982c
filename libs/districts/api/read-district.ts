import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Districts } from './districts';
import type {
  DistrictDto,
  DistrictListDto,
  DistrictSummaryDto,
  RoundSummaryDto,
  RulebookDto,
} from './districts.dto';
import type { DistrictEntity } from './entities';

/** What the public reads of a district. */
@Injectable()
export class ReadDistrict {
  constructor(
    private readonly districts: Districts,
    private readonly dataSource: DataSource,
  ) {}

  async list(): Promise<DistrictListDto> {
    return { items: (await this.districts.all()).map(summaryOf) };
  }

  async one(slug: string): Promise<DistrictDto> {
    const district = await this.districts.bySlug(slug);
    const [neighbourhoods, themes, rulebook, [live]] = await Promise.all([
      this.districts.neighbourhoods(district.id),
      this.districts.proposalThemes(district.id),
      this.districts.rulebook(district.id),
      this.dataSource.query<{ currentRound: RoundSummaryDto | null; openProposals: number }[]>(LIVE, [
        district.id,
      ]),
    ]);
    return {
      ...summaryOf(district),
      neighbourhoods: neighbourhoods.map(({ slug: part, name }) => ({ slug: part, name })),
      proposalThemes: themes.map(({ slug: theme, name }) => ({ slug: theme, name })),
      currentRound: live?.currentRound ?? null,
      rulebookVersion: rulebook.version,
      openProposals: live?.openProposals ?? 0,
    };
  }

  async rulebook(slug: string): Promise<RulebookDto> {
    const { effectiveFrom, ...rules } = await this.districts.rulebook(await this.districts.idOf(slug));
    const { title, summary, body, argument } = TEXT_LENGTHS;
    return {
      ...rules,
      effectiveFrom: effectiveFrom.toISOString(),
      lengths: { title, summary, body, argument },
    };
  }
}

const LIVE = `
  select (select json_build_object('number', number, 'state', state, 'seed', seed, 'countPublished', false,
                 'closesAt', to_char(closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from round where district_id = $1 and state = 'open') as "currentRound",
         (select count(*)::integer from proposal
          where district_id = $1 and state = 'open' and not hidden) as "openProposals"`;

function summaryOf({ slug, name, municipality, theme }: DistrictEntity): DistrictSummaryDto {
  return { slug, name, municipality, theme };
}
