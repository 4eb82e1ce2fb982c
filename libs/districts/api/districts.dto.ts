import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const COUNT_RULES = ['nth-weekday', 'last-weekday-of-month', 'list'] as const;

export class DistrictSummaryDto {
  @ApiProperty({ example: 'west' }) slug: string;
  @ApiProperty({ example: 'West' }) name: string;
  @ApiProperty({ example: 'Voorbeeldstad' }) municipality: string;
  @ApiProperty({ description: 'Name of the token theme of the site.' }) theme: string;
}

export class DistrictListDto {
  @ApiProperty({ type: [DistrictSummaryDto] }) items: DistrictSummaryDto[];
}

export class NeighbourhoodDto {
  @ApiProperty() slug: string;
  @ApiProperty() name: string;
}

export class ProposalThemeDto {
  @ApiProperty() slug: string;
  @ApiProperty() name: string;
}

export class RoundSummaryDto {
  @ApiProperty({ description: 'Counts the district’s rounds from 1.' }) number: number;
  @ApiProperty({ enum: ['planned', 'open', 'counted'], enumName: 'RoundState' }) state:
    'planned' | 'open' | 'counted';
  @ApiProperty({ format: 'date-time', description: 'The count date.' }) closesAt: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Published when the round opens; decides the lot.',
  })
  seed: string | null;
  @ApiProperty() countPublished: boolean;
}

export class DistrictDto extends DistrictSummaryDto {
  @ApiProperty({ type: [NeighbourhoodDto] }) neighbourhoods: NeighbourhoodDto[];
  @ApiProperty({ type: [ProposalThemeDto], description: 'What plans can be about.' })
  proposalThemes: ProposalThemeDto[];
  @ApiProperty({ type: RoundSummaryDto, nullable: true }) currentRound: RoundSummaryDto | null;
  @ApiProperty() rulebookVersion: number;
  @ApiProperty() openProposals: number;
}

export class AreaDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Slug of the neighbourhood; null for the district.',
  })
  neighbourhood: string | null;
  @ApiProperty() name: string;
  @ApiProperty({
    type: 'array',
    description: 'As a GeoJSON MultiPolygon: polygons of outlines of [longitude, latitude].',
    items: { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'number' } } } },
  })
  polygons: number[][][][];
}

export class MapTilesDto {
  @ApiProperty({ example: 'https://tiles.example/{z}/{x}/{y}.png' }) url: string;
  @ApiProperty({ description: 'Whom the map is by; plain text.' }) attribution: string;
}

export class DistrictMapDto {
  @ApiProperty({ type: [AreaDto], description: 'Empty until an administrator imports them.' })
  areas: AreaDto[];
  @ApiProperty({ type: MapTilesDto, nullable: true, description: 'Without them the shapes alone are drawn.' })
  tiles: MapTilesDto | null;
}

export class CountRuleDto {
  @ApiProperty({ enum: COUNT_RULES, enumName: 'CountRuleKind' }) kind: (typeof COUNT_RULES)[number];
  @ApiPropertyOptional({ minimum: 1, maximum: 5, description: 'Of nth-weekday. 5 is the last one.' })
  nth?: number;
  @ApiPropertyOptional({ minimum: 1, maximum: 7, description: 'Of nth-weekday. ISO: Monday is 1.' })
  weekday?: number;
  @ApiPropertyOptional({ example: '16:00', description: 'Of both rules; a list says its times itself.' })
  time?: string;
  @ApiPropertyOptional({
    type: [String],
    example: ['2027-01-12 16:00'],
    description: 'Of a list: local time.',
  })
  dates?: readonly string[];
  @ApiProperty({ example: 'Europe/Amsterdam' }) timeZone: string;
}

export class RecessDto {
  @ApiProperty({ example: '07-15', description: 'Month and day, included.' }) from: string;
  @ApiProperty({ example: '08-31', description: 'Month and day, included; may lie after New Year.' })
  until: string;
}

export class LengthRangeDto {
  @ApiProperty() min: number;
  @ApiProperty() max: number;
}

export class TextLengthsDto {
  @ApiProperty({ type: LengthRangeDto }) title: LengthRangeDto;
  @ApiProperty({ type: LengthRangeDto }) summary: LengthRangeDto;
  @ApiProperty({ type: LengthRangeDto }) body: LengthRangeDto;
  @ApiProperty({ type: LengthRangeDto }) argument: LengthRangeDto;
}

export class AllowanceDto {
  @ApiProperty() hits: number;
  @ApiProperty() seconds: number;
}

export class VoteLimitsDto {
  @ApiProperty({ type: [AllowanceDto], description: 'First votes of accounts behind one network.' })
  newVotersPerNetwork: readonly AllowanceDto[];
  @ApiProperty({ type: [AllowanceDto], description: 'First votes of accounts on one mail domain.' })
  newVotersPerMailDomain: readonly AllowanceDto[];
  @ApiProperty({ type: [AllowanceDto], description: 'Votes of one account.' })
  votesPerAccount: readonly AllowanceDto[];
}

export class RulebookDto {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty({ description: 'Votes for that a winner needs at least.' }) threshold: number;
  @ApiProperty({ description: 'Count dates in which a proposal takes part.' }) chances: number;
  @ApiProperty({ type: CountRuleDto }) countRule: CountRuleDto;
  @ApiProperty({ type: [RecessDto], description: 'When no count falls.' }) recess: readonly RecessDto[];
  @ApiProperty({ enum: [0, 1, 2] }) identityLevel: number;
  @ApiProperty({ description: 'Days for the committee to publish its outcome.' }) answerTermDays: number;
  @ApiProperty({ description: 'People who may vote with one e-mail address.' }) accountsPerEmail: number;
  @ApiProperty({ description: 'Months without a sign-in after which an account is erased.' })
  inactiveAfterMonths: number;
  @ApiProperty({ type: VoteLimitsDto }) voteLimits: VoteLimitsDto;
  @ApiProperty({ type: TextLengthsDto }) lengths: TextLengthsDto;
}
