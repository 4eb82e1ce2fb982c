import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@buurtstem/shared-domain';
import {
  CLERK_TASKS,
  INVITATION_STATES,
  type ClerkTaskKind,
  type InvitationState,
} from '@buurtstem/agenda-domain';
import { MeetingReferenceDto } from '@buurtstem/proposals-api';

/** One thing that waits for the clerk. */
export class ClerkTaskDto {
  @ApiProperty({ enum: CLERK_TASKS, enumName: 'ClerkTaskKind' }) kind: ClerkTaskKind;
  @ApiProperty({ format: 'date-time', description: 'By when, or when it happens.' }) dueAt: string;
  @ApiProperty() isLate: boolean;
  @ApiProperty({ type: MeetingReferenceDto, nullable: true }) meeting: MeetingReferenceDto | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) item: string | null;
  @ApiProperty({ type: Number, nullable: true }) proposalNumber: number | null;
  @ApiProperty({ description: 'Title of the plan; empty where it is about none.' }) title: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Of the round, for a count date.' })
  roundNumber: number | null;
}

export class ClerkTaskListDto {
  @ApiProperty({ type: [ClerkTaskDto], description: 'What is late first, then by date.' })
  items: ClerkTaskDto[];
}

export class ReaderDto {
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES, enumName: 'StaffRole' }) role: Role;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: not yet.' })
  readAt: string | null;
  @ApiProperty({ description: 'Whether they read the version that holds now.' }) isCurrent: boolean;
  @ApiProperty({ description: 'Whether it is who asks.' }) isMe: boolean;
}

/** Who is asked to tell about a winner, and what they answered; what they need there is for the clerk alone. */
export class GuestDto {
  @ApiProperty({ format: 'uuid' }) item: string;
  @ApiProperty() title: string;
  @ApiProperty() submitterName: string;
  @ApiProperty({
    enum: INVITATION_STATES,
    enumName: 'InvitationState',
    nullable: true,
    description: 'Null where nobody was asked.',
  })
  state: InvitationState | null;
}

export class ReadingListDto {
  @ApiProperty({ type: [ReaderDto], description: 'Everybody of the committee.' }) items: ReaderDto[];
  @ApiProperty({ type: [GuestDto], description: 'Of each winner on the agenda, in order.' })
  guests: GuestDto[];
}
