import { Injectable } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import { DEFAULT_LANGUAGE, type Language } from '@buurtstem/notifications-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { DIGEST_KIND } from './digest/digest-kind';
import { newsMail, type ToldMessage } from './messages';
import type { NotificationDto } from './notifications.dto';
import { TITLES_NOW, withTitlesNow, type TitlesNow } from './titles';

const NEWEST = 50;

type Row = ToldMessage & {
  titles: TitlesNow;
  language: Language;
  slug: string;
  name: string;
  created_at: Date;
  sent_at: Date | null;
  given_up_at: Date | null;
  due_at: Date | null;
};

/** What the outbox sent to somebody, or is about to send. */
@Injectable()
export class ReadMyNotifications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** The newest fifty. */
  newest(recipientId: ResidentId): Promise<NotificationDto[]> {
    return this.read(this.dataSource.manager, recipientId, NEWEST);
  }

  /** All of them. */
  every(em: EntityManager, recipientId: string): Promise<NotificationDto[]> {
    return this.read(em, recipientId, null);
  }

  private async read(
    em: EntityManager,
    recipientId: string,
    limit: number | null,
  ): Promise<NotificationDto[]> {
    // A digest is the envelope of messages that stand here themselves.
    const rows = await em.query<Row[]>(
      `select m.kind, n.payload as news, m.topic, ${TITLES_NOW} as titles, d.slug, d.name, m.created_at, m.sent_at,
         m.given_up_at, coalesce(b.language, '${DEFAULT_LANGUAGE}') as language,
         case when m.delivery = 'weekly' then m.next_attempt_at end as due_at
       from outbox_message m
       join district d on d.id = m.district_id
       join news n on n.district_id = m.district_id and n.id = m.news_id
       left join mailbox b on b.account_id = m.recipient_id
       where m.recipient_id = $1 and m.kind <> '${DIGEST_KIND}'
       order by m.created_at desc, m.id limit $2`,
      [recipientId, limit],
    );
    return rows.map((row) => ({
      kind: row.kind,
      district: { slug: row.slug, name: row.name },
      subject: newsMail(withTitlesNow(row, row.titles), this.config.publicUrl, row.language).subject,
      createdAt: row.created_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      digestAt: row.due_at?.toISOString() ?? null,
      isRefused: row.given_up_at !== null,
    }));
  }
}
