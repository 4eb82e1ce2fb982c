import { Injectable } from '@nestjs/common';
import { Gather, ofAnyLength, Prepared } from '@buurtstem/platform-api';
import type { SessionData } from 'express-session';
import { ACCOUNT_COLUMNS, Accounts, type FoundAccount } from './accounts';
import { writtenHashOfToken } from './secrets';
import { STILL_LIVES } from './session-life';

/** A session, and whose it is: null for a visitor, and where the account is gone. */
export interface FoundSession {
  readonly data: SessionData;
  readonly account: FoundAccount | null;
}

interface Row extends Omit<FoundAccount, 'id'> {
  readonly id: FoundAccount['id'] | null;
  readonly hash: string;
  readonly data: SessionData;
  readonly agent: string;
  readonly created_at: Date;
  readonly seen_at: Date;
}

interface Kept {
  readonly session: FoundSession;
  /** From before it was read, by a clock that nobody moves. */
  readonly since: number;
}

/** A session that ended in another process is known here within this time; the promise is five seconds. */
const KEPT_MS = 4_000;
/** Of a resident some 2 kB. */
const MOST_KEPT = 5_000;
/** Of {@link AskedBefore}; 16 kB. */
const PLACES = 4_096;

/**
 * Reads sessions with their accounts: what is asked for at about the same time by one statement, and what was read a moment
 * ago from memory. Only sessions of residents are kept so: whoever has or had a role is looked up with every request,
 * since what staff may do can end at any moment. And only those that are asked for again: on the last evening of a round
 * thousands come who vote once, and what was kept of them was most of what the process held and threw away.
 */
@Injectable()
export class SessionReader {
  private readonly reads = new Gather((hashes: readonly string[]) => this.readAll(hashes));
  private readonly kept = new Map<string, Kept>();
  private readonly asked = new AskedBefore();
  /** Grows when something is forgotten: what was read before that is not kept after it. */
  private forgotten = 0;

  constructor(
    private readonly prepared: Prepared,
    private readonly accounts: Accounts,
  ) {}

  /** One that may be changed by whoever gets it: express-session does. */
  async read(sid: string): Promise<FoundSession | null> {
    const found = await this.look(sid);
    return found && copyOf(found);
  }

  /** The same, to look at only. */
  async look(sid: string): Promise<FoundSession | null> {
    const kept = this.kept.get(sid);
    if (kept && performance.now() - kept.since < KEPT_MS) return kept.session;
    const [since, forgotten] = [performance.now(), this.forgotten];
    const hash = writtenHashOfToken(sid);
    const mayBeKept = this.asked.again(hash);
    const session = await this.reads.ask(hash);
    if (!session) return null;
    if (mayBeKept && isPlain(session) && forgotten === this.forgotten) this.keep(sid, { session, since });
    return session;
  }

  /** The next request with this session looks it up. */
  forget(sid: string): void {
    this.forgotten += 1;
    this.kept.delete(sid);
  }

  /** Something about accounts or sessions was changed. */
  forgetAll(): void {
    this.forgotten += 1;
    this.kept.clear();
  }

  private keep(sid: string, kept: Kept): void {
    this.kept.delete(sid);
    this.kept.set(sid, kept);
    if (this.kept.size <= MOST_KEPT) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }

  private async readAll(hashes: readonly string[]): Promise<(FoundSession | null)[]> {
    const rows = await this.prepared.query<Row>('read-sessions', READ, [hashes]);
    const found = new Map(rows.map((row) => [row.hash, row]));
    const unseen = new Set(rows.flatMap(({ id, isUnseen }) => (id !== null && isUnseen ? [id] : [])));
    if (unseen.size > 0) await this.accounts.see([...unseen]);
    return hashes.map((hash) => {
      const row = found.get(hash);
      return row ? sessionOf(row) : null;
    });
  }
}

/**
 * Whether a session was asked for before, as far as is known: another that came since may have taken its place. Of those that
 * come only once nothing stays that would have to be thrown away.
 */
class AskedBefore {
  private readonly places = new Uint32Array(PLACES);

  /** `hash` in hexadecimal, after `\\x`. */
  again(hash: string): boolean {
    const place = parseInt(hash.slice(2, 10), 16) % PLACES;
    const mark = parseInt(hash.slice(10, 18), 16);
    const isKnown = this.places[place] === mark;
    this.places[place] = mark;
    return isKnown;
  }
}

function sessionOf({ data, agent, created_at, seen_at, ...rest }: Row): FoundSession {
  const { id, email, displayName, householdPosition, heldRoles, hasSecondFactor, isUnseen } = rest;
  return {
    data: { ...data, agent, startedAt: created_at.toISOString(), seenAt: seen_at.toISOString() },
    account:
      id === null
        ? null
        : { id, email, displayName, householdPosition, heldRoles, hasSecondFactor, isUnseen },
  };
}

function copyOf({ data, account }: FoundSession): FoundSession {
  const { cookie, passport, ...rest } = data;
  return {
    data: {
      ...rest,
      cookie: { ...cookie } as SessionData['cookie'],
      ...(passport && { passport: { ...passport } }),
    },
    account,
  };
}

/** Of a resident who has no role and is not about to show a second factor. */
export function isPlain({ data, account }: FoundSession): boolean {
  return (
    account !== null &&
    account.heldRoles.length === 0 &&
    data.secondFactorAt === undefined &&
    data.passkeyChallenge === undefined
  );
}

/** A role that was given meanwhile shortens the session at once, so the limits are judged here too. */
const READ = `
  select '\\x' || encode(session.sid_hash, 'hex') as hash, session.data, session.agent, session.created_at, session.seen_at,
    ${ACCOUNT_COLUMNS}
  from unnest(${ofAnyLength('$1', 'bytea[]')}) as asked (hash)
  join session on session.sid_hash = asked.hash
  left join account on account.id = session.account_id and account.erased_at is null
  where ${STILL_LIVES}`;
