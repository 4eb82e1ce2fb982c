import { Injectable, Logger } from '@nestjs/common';
import { Gather } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { writtenHashOfToken } from './secrets';
import { expiresAt } from './session-life';
import { SessionReader } from './session-reader';

/**
 * Not every request becomes a write. A session of staff ends after half an hour without use, so that is known to the minute;
 * one of a resident after a month.
 */
const NOTE_EVERY_MS = { staff: 60_000, resident: 600_000 };

/** Notes that sessions are used, many by one statement: one that nobody uses ends in the end. */
@Injectable()
export class UsedSessions {
  private readonly logger = new Logger('Session');
  private readonly notes = new Gather((hashes: readonly string[]) => this.noteAll(hashes));

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: SessionReader,
  ) {}

  /** `seenAt` is when it was noted last (ISO). Nobody waits for this: a session that is not noted as used ages a little. */
  note(sid: string, whose: keyof typeof NOTE_EVERY_MS, seenAt: string | undefined): void {
    const seen = seenAt === undefined ? 0 : Date.parse(seenAt);
    if (Date.now() - seen < NOTE_EVERY_MS[whose]) return;
    void this.notes.ask(writtenHashOfToken(sid)).then(
      () => this.reader.forget(sid),
      (error: unknown) => this.logger.warn(`The use of a session was not noted: ${String(error)}`),
    );
  }

  /** One that another process notes just now is left to it. */
  private async noteAll(hashes: readonly string[]): Promise<null[]> {
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
