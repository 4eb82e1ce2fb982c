import { ApiProperty } from '@nestjs/swagger';
import {
  DELIVERIES,
  LANGUAGES,
  type Delivery,
  type Language,
  type Topic,
} from '@buurtstem/notifications-domain';
import { IsDefined, IsIn, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

const delivery = { enum: DELIVERIES, enumName: 'Delivery' };

export class TopicDeliveriesDto implements Record<Topic, Delivery> {
  @ApiProperty({ ...delivery, description: 'News of a plan that one submitted.' })
  @IsIn(DELIVERIES)
  'own-plan': Delivery;
  @ApiProperty({ ...delivery, description: 'News of a plan that one voted on.' })
  @IsIn(DELIVERIES)
  'voted-plan': Delivery;
  @ApiProperty({ ...delivery, description: 'News of a plan where one wrote something.' })
  @IsIn(DELIVERIES)
  'discussed-plan': Delivery;
}

export class ChosenPreferencesDto {
  @ApiProperty({ enum: LANGUAGES, enumName: 'MailLanguage' }) @IsIn(LANGUAGES) language: Language;
  @ApiProperty({ type: TopicDeliveriesDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => TopicDeliveriesDto)
  deliveries: TopicDeliveriesDto;
}

export class NotificationPreferencesDto {
  @ApiProperty({ enum: LANGUAGES, enumName: 'MailLanguage' }) language: Language;
  @ApiProperty({ type: TopicDeliveriesDto }) deliveries: TopicDeliveriesDto;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when mail to this address does not arrive; null where it does.',
  })
  unreachableSince: string | null;
}
