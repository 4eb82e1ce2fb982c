import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsString, Length } from 'class-validator';
import { MEETING_STATES, type MeetingState } from '@buurtstem/agenda-domain';
import { AgendaItemDto } from '@buurtstem/proposals-api';

export class PlanMeetingDto {
  @ApiProperty({ type: String, format: 'date-time' })
  @Type(() => Date)
  @IsDate()
  startsAt: Date;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Until then an item may come onto the agenda.',
  })
  @Type(() => Date)
  @IsDate()
  agendaDeadline: Date;

  @ApiProperty({ minLength: 3, maxLength: 200 })
  @IsString()
  @Length(3, 200)
  place: string;
}

export class MeetingDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) agendaDeadline: string;
  @ApiProperty() place: string;
  @ApiProperty({ enum: MEETING_STATES, enumName: 'MeetingState' }) state: MeetingState;
  @ApiProperty({ type: [AgendaItemDto] }) items: AgendaItemDto[];
}

export class MeetingListDto {
  @ApiProperty({ type: [MeetingDto] }) items: MeetingDto[];
}

export class AgendaItemListDto {
  @ApiProperty({ type: [AgendaItemDto] }) items: AgendaItemDto[];
}
