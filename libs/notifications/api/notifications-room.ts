import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';
import { ReadMyNotifications } from './read-my-notifications';

/** What the outbox keeps of a person: what was mailed to them, and what waits. */
@Injectable()
export class NotificationsRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'notifications';

  constructor(
    private readonly personalData: PersonalData,
    private readonly messages: ReadMyNotifications,
  ) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  collect(em: EntityManager, accountId: string): Promise<unknown> {
    return this.messages.every(em, accountId);
  }

  /** What waits is not sent any more, and nobody needs to know what was. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    await em.query('delete from outbox_message where recipient_id = $1', [accountId]);
  }
}
