import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResidentId } from '@buurtstem/shared-domain';

/**
 * Registers many residents at once for replays and demos: identities that somebody else vouched for. Their addresses
 * end in `.invalid`, so that no mail can ever reach a stranger.
 */
@Injectable()
export class ImportResidents {
  constructor(private readonly dataSource: DataSource) {}

  /** Answers the id of each key; `since` is when they registered. */
  async execute(keys: readonly string[], since: Date): Promise<Map<string, ResidentId>> {
    const ids = new Map(keys.map((key) => [key, randomUUID() as ResidentId]));
    await this.dataSource.query(
      `insert into account (id, email, email_canonical, created_at, last_seen_at)
       select id, id || '@import.invalid', id || '@import.invalid', $2, $2 from unnest($1::uuid[]) as id`,
      [[...ids.values()], since],
    );
    return ids;
  }
}
