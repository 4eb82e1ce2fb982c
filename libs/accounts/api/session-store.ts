import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import type { DataSource } from 'typeorm';

/** How long a session lives, at most and without use. Staff see more, so they sign in again sooner. */
const RESIDENT = { absolute: '30 days', idle: '30 days' };
const STAFF = { absolute: '12 hours', idle: '30 minutes' };
/** `seen_at` is written at most once a minute: not every request becomes a write. */
const TOUCH_EVERY_MS = 60_000;

const EXPIRES_AT = (created: string, account: string) => `
  case when exists (select from role_grant where account_id = ${account})
    then least(${created} + interval '${STAFF.absolute}', clock_timestamp() + interval '${STAFF.idle}')
    else least(${created} + interval '${RESIDENT.absolute}', clock_timestamp() + interval '${RESIDENT.idle}')
  end`;

type Callback<T = void> = (error?: unknown, value?: T | null) => void;

/**
 * Sessions in PostgreSQL, under the hash of their id: who reads the table can take over no session. Ending all
 * sessions of an account is one DELETE.
 */
export class SessionStore extends Store {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override get(sid: string, done: Callback<SessionData>): void {
    answer(done, async () => {
      const [row] = await this.dataSource.query<{ data: SessionData; seen_at: Date }[]>(
        'select data, seen_at from session where sid_hash = $1 and expires_at > clock_timestamp()',
        [hashOf(sid)],
      );
      return row ? { ...row.data, seenAt: row.seen_at.toISOString() } : null;
    });
  }

  override set(sid: string, session: SessionData, done: Callback = () => undefined): void {
    answer(done, async () => {
      await this.dataSource.query(
        `insert into session as kept (sid_hash, account_id, data, created_at, seen_at, expires_at)
         values ($1, $2, $3, clock_timestamp(), clock_timestamp(), ${EXPIRES_AT('clock_timestamp()', '$2')})
         on conflict (sid_hash) do update set account_id = excluded.account_id, data = excluded.data,
           seen_at = clock_timestamp(), expires_at = ${EXPIRES_AT('kept.created_at', 'excluded.account_id')}`,
        [hashOf(sid), session.passport?.user ?? null, session],
      );
    });
  }

  override destroy(sid: string, done: Callback = () => undefined): void {
    answer(done, async () => {
      await this.dataSource.query('delete from session where sid_hash = $1', [hashOf(sid)]);
    });
  }

  override touch(sid: string, session: SessionData, done: Callback = () => undefined): void {
    const seen = session.seenAt === undefined ? 0 : Date.parse(session.seenAt);
    if (Date.now() - seen < TOUCH_EVERY_MS) return done();
    answer(done, async () => {
      await this.dataSource.query(
        `update session set seen_at = clock_timestamp(), expires_at = ${EXPIRES_AT('created_at', 'account_id')}
         where sid_hash = $1 and seen_at < clock_timestamp() - interval '1 minute'`,
        [hashOf(sid)],
      );
    });
  }
}

function hashOf(sid: string): Buffer {
  return createHash('sha256').update(sid).digest();
}

function answer<T>(done: Callback<T>, work: () => Promise<T | null>): void {
  work().then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
