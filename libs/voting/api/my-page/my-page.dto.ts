import { ApiProperty } from '@nestjs/swagger';
import { PictureDto } from '@buurtstem/proposals-api';
import { PROPOSAL_STATES, type ProposalState } from '@buurtstem/proposals-domain';
import {
  CHANNELS,
  LEDGER_ENTRIES,
  type Channel,
  type Choice,
  type LedgerEntry,
} from '@buurtstem/voting-domain';
import { MyVoteDto } from '../voting.dto';

export class VotedProposalDto {
  @ApiProperty() number: number;
  @ApiProperty({ description: 'Empty while a moderator hides the proposal.' }) title: string;
  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' }) state: ProposalState;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
}

export class MyVoteOnProposalDto {
  @ApiProperty({ type: VotedProposalDto }) proposal: VotedProposalDto;
  @ApiProperty({ type: MyVoteDto }) vote: MyVoteDto;
}

export class MyVotesDto {
  @ApiProperty({ type: [MyVoteOnProposalDto], description: 'The last one changed comes first.' })
  items: MyVoteOnProposalDto[];
  @ApiProperty({ description: 'How many of them wait until the resident has shown who they are.' })
  waiting: number;
}

export class NotVotedProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
  @ApiProperty() summary: string;
  @ApiProperty({ type: PictureDto, nullable: true }) picture: PictureDto | null;
}

export class NotVotedDto {
  @ApiProperty({ description: 'Open proposals without a vote of the resident.' }) total: number;
  @ApiProperty({ type: [NotVotedProposalDto], description: 'The newest twenty of them.' })
  items: NotVotedProposalDto[];
}

export class ReceiptDto {
  @ApiProperty({
    example: 'K7M4-2PXQ-9TB3-HN6D',
    description: 'Names the line of the ledger; never changes.',
  })
  receipt: string;
  @ApiProperty() proposalNumber: number;
  @ApiProperty({ description: 'Empty while a moderator hides the proposal.' }) proposalTitle: string;
  @ApiProperty({ enum: LEDGER_ENTRIES, enumName: 'LedgerEntryKind' }) entry: LedgerEntry['entry'];
  @ApiProperty({
    enum: ['for', 'against'],
    enumName: 'Choice',
    nullable: true,
    description: 'What the ballot says after it; null after a withdrawal.',
  })
  choice: Choice | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty() roundNumber: number;
  @ApiProperty({ enum: CHANNELS, enumName: 'Channel' }) channel: Channel;
}

export class ReceiptListDto {
  @ApiProperty({ type: [ReceiptDto] }) items: ReceiptDto[];
}
