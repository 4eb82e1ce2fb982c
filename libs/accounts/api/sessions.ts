import { Injectable } from '@nestjs/common';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { hashOfToken } from './secrets';
import { SessionReader } from './session-reader';

export interface SessionRow {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly agent: string;
}

/** Where somebody is signed in, and how to end it. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: SessionReader,
  ) {}

  /** Last used first; `sessionId` is the one that asks. */
  list(accountId: ResidentId, sessionId: string): Promise<SessionRow[]> {
    return this.dataSource.query<SessionRow[]>(
      `select id, sid_hash = $2 as current, created_at as "createdAt", seen_at as "seenAt", agent
       from session where account_id = $1 and expires_at > clock_timestamp() order by seen_at desc, id`,
      [accountId, hashOfToken(sessionId)],
    );
  }

  async end(accountId: ResidentId, id: string): Promise<void> {
    const [, ended] = await this.dataSource.query<[unknown, number]>(
      'delete from session where account_id = $1 and id = $2',
      [accountId, id],
    );
    this.reader.forgetAll();
    if (ended === 0) throw new Refusal('session-not-found');
  }

  async endAll(accountId: ResidentId, em: EntityManager = this.dataSource.manager): Promise<void> {
    await em.query('delete from session where account_id = $1', [accountId]);
    this.reader.forgetAll();
  }
}
