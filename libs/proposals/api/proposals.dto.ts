import { ApiProperty } from '@nestjs/swagger';
import { NeighbourhoodDto, ProposalThemeDto } from '@buurtstem/districts-api';
import {
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  type ProposalKind,
  type ProposalState,
} from '@buurtstem/proposals-domain';
import { AgendaItemDto } from './agenda-item.dto';
import { PictureDto } from './pictures/picture.dto';
import { PlaceDto } from './write-proposal.dto';

export class StandingDto {
  @ApiProperty() votesFor: number;
  @ApiProperty() votesAgainst: number;
}

export class ProposalSummaryDto {
  @ApiProperty({ description: 'Counts the district’s proposals from 1.' }) number: number;
  @ApiProperty({ enum: PROPOSAL_KINDS, enumName: 'ProposalKind' }) kind: ProposalKind;
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) state: ProposalState;
  @ApiProperty({ type: NeighbourhoodDto, nullable: true }) neighbourhood: NeighbourhoodDto | null;
  @ApiProperty({ type: ProposalThemeDto, nullable: true }) theme: ProposalThemeDto | null;
  @ApiProperty({ type: PlaceDto, nullable: true, description: 'On the map.' }) place: PlaceDto | null;
  @ApiProperty() submitterName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty() chancesLeft: number;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
  @ApiProperty({ type: StandingDto }) standing: StandingDto;
  @ApiProperty() argumentCount: number;
}

export class ChanceDto {
  @ApiProperty() roundNumber: number;
  @ApiProperty({ format: 'date-time' }) closesAt: string;
  @ApiProperty({ enum: ['used', 'now', 'next'], enumName: 'ChanceState' }) state: 'used' | 'now' | 'next';
}

export class NoteDto {
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) addedAt: string;
}

export class ProposalEventDto {
  @ApiProperty() verb: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) toState: ProposalState;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() reason: string;
}

export class MergedIntoDto {
  @ApiProperty() number: number;
  @ApiProperty({ description: 'Empty where that proposal is out of sight.' }) title: string;
}

export class ProposalDto extends ProposalSummaryDto {
  @ApiProperty({ description: 'Plain text; an empty line ends a paragraph.' }) body: string;
  @ApiProperty({ type: [PictureDto] }) pictures: PictureDto[];
  @ApiProperty({ type: [NoteDto] }) notes: NoteDto[];
  @ApiProperty({ type: [ProposalEventDto] }) events: ProposalEventDto[];
  @ApiProperty({ type: [ChanceDto], description: 'The count dates in which it takes part.' })
  chances: ChanceDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'Place among the open ones, from 1.' }) rank:
    number | null;
  @ApiProperty() openCount: number;
  @ApiProperty({ type: AgendaItemDto, nullable: true }) agendaItem: AgendaItemDto | null;
  @ApiProperty({ description: 'Whether the reader submitted it.' }) mine: boolean;
  @ApiProperty({ description: 'Whether the reader may still change the text.' }) editable: boolean;
  @ApiProperty() version: number;
  @ApiProperty({ description: 'Whether a moderator took something out of the text.' }) redacted: boolean;
  @ApiProperty({ type: [String], description: 'Names of who joined the submitter.' }) coSubmitters: string[];
  @ApiProperty({ type: MergedIntoDto, nullable: true, description: 'The proposal that it became one with.' })
  mergedInto: MergedIntoDto | null;
}

export class SimilarProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) state: ProposalState;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
  @ApiProperty({ type: StandingDto }) standing: StandingDto;
  @ApiProperty({
    type: [String],
    description: 'Words of the asked text that it has too, as they were asked.',
  })
  words: string[];
}

export class SimilarProposalListDto {
  @ApiProperty({ type: [SimilarProposalDto], description: 'The most similar first, at most five.' })
  items: SimilarProposalDto[];
}

export class OrderOfDayDto {
  @ApiProperty({ example: 'west 2026-11-25', description: 'The district and the day.' }) seed: string;
  @ApiProperty({
    type: [Number],
    description:
      'Three whole numbers a, b and c from the SHA-256 of the seed: each is four bytes of it, modulo 2147483646, plus 1. ' +
      'Proposals come in the order of ((a × number + b) × number + c) modulo 2147483647, and of their number.',
  })
  factors: number[];
}

export class ProposalPageDto {
  @ApiProperty({ type: [ProposalSummaryDto] }) items: ProposalSummaryDto[];
  @ApiProperty({ description: 'How many the filters leave; 1,000 at most.' }) total: number;
  @ApiProperty({ description: 'Whether there are more than `total`.' }) hasMoreThanTotal: boolean;
  @ApiProperty({
    type: OrderOfDayDto,
    nullable: true,
    description: 'Of sort=random: what it is worked out from.',
  })
  orderOfDay: OrderOfDayDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'Pass as `after` for the next page.' }) next:
    string | null;
}

export class PinDto {
  @ApiProperty() latitude: number;
  @ApiProperty() longitude: number;
  @ApiProperty({ description: 'Proposals that lie so close together that one pin stands for them.' })
  count: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Of a pin for one proposal.' }) number:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a pin for one proposal.' }) title:
    string | null;
}

export class PinListDto {
  @ApiProperty({ type: [PinDto], description: 'The fullest first, at most 500.' }) items: PinDto[];
}

export class StandingNowDto extends StandingDto {
  @ApiProperty({ format: 'date-time' }) asOf: string;
}

export class StandingsDto {
  @ApiProperty({ type: [ProposalSummaryDto] }) items: ProposalSummaryDto[];
  @ApiProperty() threshold: number;
  @ApiProperty({ format: 'date-time' }) asOf: string;
}

export class MyProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) state: ProposalState;
  @ApiProperty({ description: 'Whether a moderator hides it.' }) hidden: boolean;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
}

export class MyProposalListDto {
  @ApiProperty({ type: [MyProposalDto], description: 'The last one changed comes first; drafts too.' })
  items: MyProposalDto[];
}
