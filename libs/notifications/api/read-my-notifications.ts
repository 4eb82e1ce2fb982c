import { Injectable } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { newsMail, type Message } from './messages';
import type { NotificationDto } from './notifications.dto';
import { TITLES_NOW, withTitlesNow, type TitlesNow } from './titles';

const NEWEST = 50;

type Row = Message & {
  titles: TitlesNow;
  slug: string;
  name: string;
  created_at: Date;
  sent_at: Date | null;
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
    const rows = await em.query<Row[]>(
      `select m.kind, m.payload as news, ${TITLES_NOW} as titles, d.slug, d.name, m.created_at, m.sent_at
       from outbox_message m join district d on d.id = m.district_id
       where m.recipient_id = $1 order by m.created_at desc, m.id limit $2`,
      [recipientId, limit],
    );
    return rows.map((row) => ({
      kind: row.kind,
      district: { slug: row.slug, name: row.name },
      subject: newsMail(withTitlesNow(row, row.titles), this.config.publicUrl).subject,
      createdAt: row.created_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
    }));
  }
}
