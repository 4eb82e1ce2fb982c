import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_KINDS, type MessageKind } from './messages';

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
}

export class NotificationListDto {
  @ApiProperty({ type: [NotificationDto], description: 'The newest fifty.' }) items: NotificationDto[];
}
