import { ApiProperty } from '@nestjs/swagger';
import {
  DELIVERIES,
  LANGUAGES,
  TOPICS,
  type Delivery,
  type Language,
  type Topic,
} from '@buurtstem/notifications-domain';

export class UnsubscriptionTopicDto {
  @ApiProperty({ enum: TOPICS, enumName: 'MailTopic' }) topic: Topic;
  @ApiProperty({ enum: DELIVERIES, enumName: 'Delivery' }) delivery: Delivery;
}

export class UnsubscriptionDto {
  @ApiProperty({ enum: LANGUAGES, enumName: 'MailLanguage' }) language: Language;
  @ApiProperty({ type: [UnsubscriptionTopicDto], description: 'What the link stops, and how it stands.' })
  topics: readonly UnsubscriptionTopicDto[];
}
