import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DistrictsModule, FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK, type RulebookSettings } from '@buurtstem/districts-domain';
import { NotificationsModule } from '@buurtstem/notifications-api';
import { MovableClock, Pseudonyms, type Problem, type PseudonymPurpose } from '@buurtstem/platform-api';
import { startTestApp, type Answer, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import type { Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { SessionDto } from '../account.dto';
import { AccountsDevModule, AccountsModule } from '../index';
import { SessionReader } from '../session-reader';
import { UsedSessions } from '../used-sessions';

export interface SignInMail {
  readonly id: string;
  readonly code: string;
  readonly token: string;
  readonly text: string;
}

/** The accounts room alone, on a database of its own, and what its specs ask of it. */
export class AccountsApp {
  private constructor(readonly test: TestApp) {}

  static async start(env: Record<string, string> = {}): Promise<AccountsApp> {
    const rooms = [
      NotificationsModule.forRoot({ hasDevTools: true }),
      DistrictsModule,
      AccountsModule,
      AccountsDevModule,
    ];
    // No workers: what a spec sees in the database, the spec did.
    return new AccountsApp(await startTestApp(rooms, { ROLES: 'web', ...env }));
  }

  /** What this process knows of sessions, for who changes them behind its back. */
  get sessions(): SessionReader {
    return this.test.app.get(SessionReader);
  }

  get usedSessions(): UsedSessions {
    return this.test.app.get(UsedSessions);
  }

  get db(): DataSource {
    return this.test.app.get(DataSource);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  browser(): Browser {
    return this.test.browser();
  }

  foundDistrict(slug: string, rules: Partial<RulebookSettings> = {}): Promise<number> {
    return this.test.app.get(FoundDistrict).execute({
      slug,
      name: slug.toUpperCase(),
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [],
      rules: { ...DEFAULT_RULEBOOK, ...rules },
    });
  }

  moveClock(offsetSeconds: number): Promise<void> {
    return this.test.app.get(MovableClock).moveTo(this.db.manager, offsetSeconds);
  }

  async rows<T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.db.query<T[]>(sql, values);
  }

  /**
   * Sends all requests, lets each come as far as it can without writing to the table, and only then lets them write: a
   * race that happens every time.
   */
  async atOnce<T>(table: string, requests: readonly (() => Promise<T>)[]): Promise<T[]> {
    const gate = this.db.createQueryRunner();
    await gate.startTransaction();
    await gate.query(`lock table ${table} in share mode`);
    const answers = requests.map((request) => request());
    // pg_stat_activity shows the application's role no more than which backend is of this database.
    const waiting = `select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
                     where not granted and datname = current_database()`;
    for (let tries = 0; tries < 500; tries++) {
      const [row] = await this.rows<{ count: number }>(waiting);
      if (row?.count === requests.length) break;
      await wait(10);
    }
    await gate.commitTransaction();
    await gate.release();
    return Promise.all(answers);
  }

  /** An account that never signed in. */
  async account(email: string, displayName: string | null = null): Promise<string> {
    const id = randomUUID();
    await this.rows(
      `insert into account (id, email, email_canonical, display_name, created_at, last_seen_at)
       values ($1, $2, $2, $3, clock_timestamp(), clock_timestamp())`,
      [id, email, displayName],
    );
    return id;
  }

  async grant(accountId: string, role: Role, district = 'west'): Promise<void> {
    await this.rows(
      `insert into role_grant (district_id, account_id, role, granted_at)
       select id, $2, $3, clock_timestamp() from district where slug = $1`,
      [district, accountId, role],
    );
  }

  /** Somebody of the staff, signed in, with the second factor confirmed. */
  async staff(email: string, role: Role, district = 'west'): Promise<{ id: string; browser: Browser }> {
    const id = await this.account(email, email.split('@')[0]);
    await this.grant(id, role, district);
    const browser = this.browser();
    await browser.signInAsStaff(email);
    return { id, browser };
  }

  pseudonym(purpose: PseudonymPurpose, text: string): Buffer {
    return this.test.app.get(Pseudonyms).of(purpose, text);
  }

  /** Asks for a code, and reads the mail. */
  async ask(browser: Browser, email: string): Promise<SignInMail> {
    const answer = await browser.post<{ id: string }>('/sign-in-requests', { email });
    if (answer.status !== 202) throw new Error(`No code for ${email}: ${JSON.stringify(answer.body)}`);
    const text = (await this.mails()).find((mail) => mail.text.includes(answer.body.id))?.text ?? '';
    const code = /^\d{6}$/m.exec(text)?.[0] ?? '';
    const token = /#sleutel=([\w-]+)/.exec(text)?.[1] ?? '';
    return { id: answer.body.id, code, token, text };
  }

  async mails(): Promise<{ to: string; subject: string; text: string }[]> {
    const { body } = await this.browser().get<{ items: { to: string; subject: string; text: string }[] }>(
      '//dev/mail.json',
    );
    return body.items;
  }

  async session(browser: Browser): Promise<NonNullable<SessionDto['account']> | null> {
    return (await browser.get<SessionDto>('/session')).body.account;
  }
}

/** Status and code of a refusal, to compare at once. */
export function refusal({ status, body }: Answer): [number, string | undefined] {
  return [status, (body as Problem | undefined)?.code];
}
