import { Store, type SessionData } from 'express-session';
import type { DataSource } from 'typeorm';
import type { FoundAccount } from './accounts';
import { hashOfToken } from './secrets';
import { expiresAt } from './session-life';
import type { SessionReader } from './session-reader';
import type { UsedSessions } from './used-sessions';
import './current-session';

type Callback<T = void> = (error?: unknown, value?: T | null) => void;

/**
 * Sessions in PostgreSQL, under the hash of their id: who reads the table can take over no session. Ending all
 * sessions of an account is one DELETE.
 */
export class SessionStore extends Store {
  /** Of the sessions in hand, by the place where passport keeps its id: it comes with them from the store. */
  private readonly accounts = new WeakMap<object, FoundAccount | null>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: SessionReader,
    private readonly used: UsedSessions,
  ) {
    super();
  }

  /** Whose the session is that was got from here; undefined where it was not, null where the account is gone. */
  accountOf({ passport }: Pick<SessionData, 'passport'>): FoundAccount | null | undefined {
    return passport && this.accounts.get(passport);
  }

  override get(sid: string, done: Callback<SessionData>): void {
    answer(done, async () => {
      const found = await this.reader.read(sid);
      if (!found) return null;
      const { data, account } = found;
      if (data.passport) this.accounts.set(data.passport, account);
      return data;
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
             select $1, $2, $3, $4, started_at, clock_timestamp(), ${expiresAt('started_at', '$2')}
             from least(clock_timestamp(), coalesce($5, clock_timestamp())) as started_at
             on conflict (sid_hash) do update set account_id = excluded.account_id, data = excluded.data,
               agent = excluded.agent, seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
            [...values, startedAt ?? null],
          )
        : this.dataSource.query(
            `update session set account_id = $2, data = $3, agent = $4, seen_at = clock_timestamp(),
               expires_at = ${expiresAt('created_at', '$2')} where sid_hash = $1`,
            values,
          ));
      this.reader.forget(sid);
    });
  }

  override destroy(sid: string, done: Callback = () => undefined): void {
    answer(done, async () => {
      await this.dataSource.query('delete from session where sid_hash = $1', [hashOfToken(sid)]);
      this.reader.forget(sid);
    });
  }

  override touch(sid: string, session: SessionData, done: Callback = () => undefined): void {
    const isStaff = (this.accountOf(session)?.heldRoles.length ?? 0) > 0;
    this.used.note(sid, isStaff ? 'staff' : 'resident', session.seenAt);
    done();
  }
}

function answer<T>(done: Callback<T>, work: () => Promise<T | null>): void {
  work().then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
