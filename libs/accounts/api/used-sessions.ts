import { Injectable, Logger } from '@nestjs/common';
import { Gather } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { hashOfToken } from './secrets';
import { expiresAt } from './session-life';
import { SessionReader } from './session-reader';

/** `seen_at` is written at most once a minute: not every request becomes a write. */
const NOTE_EVERY_MS = 60_000;
const BOUNDS = { atOnce: 500, waiting: 5_000 };

/** Notes that sessions are used, many by one statement: one that nobody uses ends in the end. */
@Injectable()
export class UsedSessions {
  private readonly logger = new Logger('Session');
  private readonly notes = new Gather((hashes: readonly Buffer[]) => this.noteAll(hashes), BOUNDS);

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: SessionReader,
  ) {}

  /** `seenAt` is when it was noted last (ISO). Nobody waits for this: a session that is not noted as used ages a little. */
  note(sid: string, seenAt: string | undefined): void {
    const seen = seenAt === undefined ? 0 : Date.parse(seenAt);
    if (Date.now() - seen < NOTE_EVERY_MS) return;
    void this.notes.ask(hashOfToken(sid)).then(
      () => this.reader.forget(sid),
      (error: unknown) => this.logger.warn(`The use of a session was not noted: ${String(error)}`),
    );
  }

  /** One that another process notes just now is left to it. */
  private async noteAll(hashes: readonly Buffer[]): Promise<null[]> {
    await this.dataSource.query(
      `update session set seen_at = clock_timestamp(), expires_at = ${expiresAt('created_at', 'account_id')}
       where sid_hash in (
         select sid_hash from session where sid_hash = any($1::bytea[]) and seen_at < clock_timestamp() - interval '1 minute'
         for update skip locked)`,
      [hashes],
    );
    return hashes.map(() => null);
  }
}
