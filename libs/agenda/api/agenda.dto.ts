import { ApiProperty } from '@nestjs/swagger';
import { MEETING_STATES, type MeetingState } from '@buurtstem/agenda-domain';
import { AgendaItemDto } from '@buurtstem/proposals-api';

const ENTRY_KINDS = ['point', 'item'] as const;

/** One line of an agenda as everybody reads it. */
export class AgendaEntryDto {
  @ApiProperty({ enum: ENTRY_KINDS, enumName: 'AgendaEntryKind' }) kind: (typeof ENTRY_KINDS)[number];
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ type: AgendaItemDto, nullable: true, description: 'The winner; null for a point.' })
  item: AgendaItemDto | null;
}

export class PublishedAgendaReferenceDto {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;
  @ApiProperty({ description: 'What changed since the version before; may be empty.' }) note: string;
}

export class MeetingDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) agendaDeadline: string;
  @ApiProperty() place: string;
  @ApiProperty({ description: 'Whom to call; may be empty.' }) contact: string;
  @ApiProperty({ enum: MEETING_STATES, enumName: 'MeetingState' }) state: MeetingState;
  @ApiProperty({ description: 'Why it was last changed or cancelled; may be empty.' }) reason: string;
  @ApiProperty({ description: 'Counts the changes of time, place and state.' }) sequence: number;
  @ApiProperty({
    type: PublishedAgendaReferenceDto,
    nullable: true,
    description: 'Null until it is published.',
  })
  published: PublishedAgendaReferenceDto | null;
  @ApiProperty({ type: [AgendaEntryDto], description: 'In order; winners only until it is published.' })
  entries: AgendaEntryDto[];
  @ApiProperty({ type: [AgendaItemDto], description: 'The winners on it.' }) items: AgendaItemDto[];
}

export class MeetingListDto {
  @ApiProperty({ type: [MeetingDto] }) items: MeetingDto[];
}

export class AgendaItemListDto {
  @ApiProperty({ type: [AgendaItemDto] }) items: AgendaItemDto[];
}

export class PublishedAgendaDto extends PublishedAgendaReferenceDto {
  @ApiProperty({ type: [AgendaEntryDto] }) entries: AgendaEntryDto[];
}

export class PublishedAgendaListDto {
  @ApiProperty({ type: [PublishedAgendaDto], description: 'Newest first.' }) items: PublishedAgendaDto[];
}

/** What happened in a calendar year. */
export class FollowUpYearDto {
  @ApiProperty() year: number;
  @ApiProperty({ description: 'Proposals that were published.' }) submitted: number;
  @ApiProperty({
    description: 'Winners that were discussed, or stand on the agenda of a meeting in that year.',
  })
  onAgenda: number;
  @ApiProperty({ description: 'Adopted, wholly or in part.' }) adopted: number;
  @ApiProperty() rejected: number;
  @ApiProperty() done: number;
}

export class FollowUpYearListDto {
  @ApiProperty({ type: [FollowUpYearDto], description: 'Newest first.' }) items: FollowUpYearDto[];
}
