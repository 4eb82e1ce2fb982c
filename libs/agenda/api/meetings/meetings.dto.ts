import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

const { place, contact, publishedReason } = TEXT_LENGTHS;

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

  @ApiProperty({ minLength: place.min, maxLength: place.max })
  @IsString()
  @Length(place.min, place.max)
  place: string;

  @ApiProperty({ maxLength: contact.max, required: false, description: 'Whom to call about it.' })
  @IsOptional()
  @IsString()
  @Length(contact.min, contact.max)
  contact?: string;
}

export class ChangeMeetingDto extends PlanMeetingDto {
  @ApiProperty({ ...lengthsOf(publishedReason), description: 'Everybody reads it.' })
  @IsString()
  reason: string;

  @ApiProperty({ description: 'As it was read: who changes an old version is told.' })
  @IsInt()
  @Min(0)
  sequence: number;
}

export class CancelMeetingDto {
  @ApiProperty({ ...lengthsOf(publishedReason), description: 'Everybody reads it.' })
  @IsString()
  reason: string;
}

function lengthsOf({ min, max }: { readonly min: number; readonly max: number }) {
  return { minLength: min, maxLength: max };
}
