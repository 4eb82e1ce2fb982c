import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Config, Prepared, ShortMemory } from '@buurtstem/platform-api';
import { Districts } from './districts';
import type {
  DistrictDto,
  DistrictListDto,
  DistrictSummaryDto,
  RoundSummaryDto,
  RulebookDto,
} from './districts.dto';
import type { DistrictEntity } from './entities';

const MOST_DISTRICTS = 500;

/** What the public reads of a district. */
@Injectable()
export class ReadDistrict {
  /** Of each district, for a second. */
  private readonly openProposals = new ShortMemory<number>({
    things: MOST_DISTRICTS,
    size: MOST_DISTRICTS,
    sizeOf: () => 1,
    isKept: () => true,
  });

  constructor(
    private readonly districts: Districts,
    private readonly prepared: Prepared,
    private readonly config: Config,
  ) {}

  async list(): Promise<DistrictListDto> {
    return { items: (await this.districts.all()).map(summaryOf) };
  }

  async one(slug: string): Promise<DistrictDto> {
    const district = await this.districts.bySlug(slug);
    const [neighbourhoods, themes, rulebook, [round], openProposals] = await Promise.all([
      this.districts.neighbourhoods(district.id),
      this.districts.proposalThemes(district.id),
      this.districts.rulebook(district.id),
      this.prepared.query<{ currentRound: RoundSummaryDto }>('open round', OPEN_ROUND, [district.id]),
      this.countOpen(district.id),
    ]);
    return {
      ...summaryOf(district),
      neighbourhoods: neighbourhoods.map(({ slug: part, name }) => ({ slug: part, name })),
      proposalThemes: themes.map(({ slug: theme, name }) => ({ slug: theme, name })),
      currentRound: round?.currentRound ?? null,
      rulebookVersion: rulebook.version,
      openProposals,
    };
  }

  /** Counted once a second for all who ask, since it grows with the district; as old at most. */
  private async countOpen(districtId: number): Promise<number> {
    const count = async (): Promise<number> => {
      const [row] = await this.prepared.query<{ open: number }>('open proposals', OPEN_PROPOSALS, [
        districtId,
      ]);
      return row?.open ?? 0;
    };
    return this.config.keepsAnswers ? this.openProposals.of(String(districtId), count) : count();
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

const OPEN_ROUND = `
  select json_build_object('number', number, 'state', state, 'seed', seed, 'countPublished', false,
    'closesAt', to_char(closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as "currentRound"
  from round where district_id = $1 and state = 'open'`;

const OPEN_PROPOSALS = `
  select count(*)::integer as open from proposal where district_id = $1 and state = 'open' and not hidden`;

function summaryOf({ slug, name, municipality, theme }: DistrictEntity): DistrictSummaryDto {
  return { slug, name, municipality, theme };
}
