import { Store, type SessionData } from 'express-session';
import type { DataSource } from 'typeorm';
import { hashOfToken } from './secrets';
import './current-session';

/** How long a session lives, at most and without use. Staff see more, so they sign in again sooner. */
const RESIDENT = { absolute: '30 days', idle: '30 days' };
const STAFF = { absolute: '12 hours', idle: '30 minutes' };
/** `seen_at` is written at most once a minute: not every request becomes a write. */
const TOUCH_EVERY_MS = 60_000;

/** When a session ends that is not used any more from `seen` on. */
const EXPIRES_AT = (created: string, account: string, seen = 'clock_timestamp()') => `
  case when exists (select from role_grant where account_id = ${account})
    then least(${created} + interval '${STAFF.absolute}', ${seen} + interval '${STAFF.idle}')
    else least(${created} + interval '${RESIDENT.absolute}', ${seen} + interval '${RESIDENT.idle}')
  end`;

interface KeptSession {
  readonly data: SessionData;
  readonly agent: string;
  readonly created_at: Date;
  readonly seen_at: Date;
}

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
      // A role that was given meanwhile shortens the session at once, so the limits are judged here too.
      const [row] = await this.dataSource.query<KeptSession[]>(
        `select data, agent, created_at, seen_at from session where sid_hash = $1 and expires_at > clock_timestamp()
           and ${EXPIRES_AT('created_at', 'session.account_id', 'seen_at')} > clock_timestamp()`,
        [hashOfToken(sid)],
      );
      if (!row) return null;
      const { data, agent, created_at, seen_at } = row;
      return { ...data, agent, startedAt: created_at.toISOString(), seenAt: seen_at.toISOString() };
    });
  }

  override set(sid: string, session: SessionData, done: Callback = () => undefined): void {
    const { seenAt, startedAt, agent = '', ...data } = session;
    const values = [hashOfToken(sid), session.passport?.user ?? null, data, agent];
    answer(done, async () => {
      // One that was kept before is only changed: a request under way brings no ended session back to life.
      await (seenAt === undefined
        ? this.dataSource.query(
            `insert into session as kept (sid_hash, account_id, data, agent, created_at, seen_at, expires_at)
             select $1, $2, $3, $4, started_at, clock_timestamp(), ${EXPIRES_AT('started_at', '$2')}
             from least(clock_timestamp(), coalesce($5, clock_timestamp())) as started_at
             on conflict (sid_hash) do update set account_id = excluded.account_id, data = excluded.data,
               agent = excluded.agent, seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
            [...values, startedAt ?? null],
          )
        : this.dataSource.query(
            `update session set account_id = $2, data = $3, agent = $4, seen_at = clock_timestamp(),
               expires_at = ${EXPIRES_AT('created_at', '$2')} where sid_hash = $1`,
            values,
          ));
    });
  }

  override destroy(sid: string, done: Callback = () => undefined): void {
    answer(done, async () => {
      await this.dataSource.query('delete from session where sid_hash = $1', [hashOfToken(sid)]);
    });
  }

  override touch(sid: string, session: SessionData, done: Callback = () => undefined): void {
    const seen = session.seenAt === undefined ? 0 : Date.parse(session.seenAt);
    if (Date.now() - seen < TOUCH_EVERY_MS) return done();
    answer(done, async () => {
      await this.dataSource.query(
        `update session set seen_at = clock_timestamp(), expires_at = ${EXPIRES_AT('created_at', 'account_id')}
         where sid_hash = $1 and seen_at < clock_timestamp() - interval '1 minute'`,
        [hashOfToken(sid)],
      );
    });
  }
}

function answer<T>(done: Callback<T>, work: () => Promise<T | null>): void {
  work().then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
