import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';
import { PreferenceStore } from './preferences/preferences';
import { ReadMyNotifications } from './read-my-notifications';

/** What the outbox keeps of a person: what was mailed to them, what waits, and how they want to hear of things. */
@Injectable()
export class NotificationsRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'notifications';

  constructor(
    private readonly personalData: PersonalData,
    private readonly messages: ReadMyNotifications,
    private readonly preferences: PreferenceStore,
  ) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    const { language, deliveries, unreachableSince } = await this.preferences.of(em, accountId);
    const bounces = await em.query<{ status: string; detail: string; noticed_at: Date }[]>(
      'select status, detail, noticed_at from mail_bounce where account_id = $1 order by noticed_at',
      [accountId],
    );
    return {
      messages: await this.messages.every(em, accountId),
      preferences: { language, deliveries, unreachableSince: unreachableSince?.toISOString() ?? null },
      bounces: bounces.map(({ status, detail, noticed_at }) => ({
        status,
        detail,
        noticedAt: noticed_at.toISOString(),
      })),
    };
  }

  /** What waits is not sent any more, and nobody needs to know what was; nor news that nobody else was told. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    const [told] = await em.query<[{ district_id: number; news_id: string }[], number]>(
      'delete from outbox_message where recipient_id = $1 returning district_id, news_id',
      [accountId],
    );
    await em.query(
      `delete from news n using unnest($1::integer[], $2::uuid[]) as told(district_id, id)
       where n.district_id = told.district_id and n.id = told.id and not exists (
         select from outbox_message m where m.district_id = n.district_id and m.news_id = n.id)`,
      [told.map(({ district_id }) => district_id), told.map(({ news_id }) => news_id)],
    );
    for (const table of ['notification_preference', 'mail_bounce', 'mailbox'])
      await em.query(`delete from ${table} where account_id = $1`, [accountId]);
  }
}
