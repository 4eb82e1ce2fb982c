import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_KINDS, type MessageKind } from '@buurtstem/notifications-domain';

export class NotifyingDistrictDto {
  @ApiProperty() slug: string;
  @ApiProperty() name: string;
}

export class NotificationDto {
  @ApiProperty({ enum: MESSAGE_KINDS, enumName: 'MessageKind' }) kind: MessageKind;
  @ApiProperty({ type: NotifyingDistrictDto }) district: NotifyingDistrictDto;
  @ApiProperty({ description: 'Subject of the mail.' }) subject: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it waits.' })
  sentAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the digest that it is part of goes out; null where it has a mail of its own.',
  })
  digestAt: string | null;
  @ApiProperty({ description: 'Whether the mail could not be delivered.' }) isRefused: boolean;
}

export class NotificationListDto {
  @ApiProperty({ type: [NotificationDto], description: 'The newest fifty.' }) items: NotificationDto[];
}
