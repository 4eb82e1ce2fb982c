import { Injectable } from '@nestjs/common';
import { daysBefore, monthsBefore, RETENTION_DAYS } from '@buurtstem/accounts-domain';
import { Districts } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { EraseAccount } from './my-data/erase-account';

/**
 * What each rule throws away that is older than an instant. `vote_origin` is the voting room's, `audit_origin` the
 * platform's, and reports and redactions are the discussion's; how long something may be kept is one table for all, so
 * it stands here.
 */
const REMOVALS = {
  'sign-in-requests': 'delete from sign_in_request where expires_at < $1',
  'staff-invitations': 'delete from staff_invitation where accepted_at is null and invited_at < $1',
  'second-factor-enrolments': 'delete from second_factor where confirmed_at is null and created_at < $1',
  'vote-origins': 'delete from vote_origin where recorded_at < $1',
  'audit-origins': 'delete from audit_origin where recorded_at < $1',
  'report-origins': 'delete from abuse_report_origin where recorded_at < $1',
  'redacted-originals': `delete from redacted_original o where o.kept_until < $1 and not exists (
     select from moderation_case c
     where c.district_id = o.district_id and c.id = o.case_id and c.state = 'appealed')`,
  // What a text said before that still holds what was taken out of it. In the order of this table: after the originals.
  'redacted-versions': `delete from argument_version v using argument a
     where a.district_id = v.district_id and a.id = v.argument_id and a.redacted and v.written_at < $1
       and not exists (
         select from redacted_original o
         join moderation_case c on c.district_id = o.district_id and c.id = o.case_id
         where c.district_id = a.district_id and c.subject_kind = 'argument' and c.subject_id = a.id)`,
} as const satisfies Record<keyof typeof RETENTION_DAYS, string>;

const INACTIVE_ACCOUNTS = 'inactive-accounts';
/** Erased one by one, each in a transaction of its own: the rest waits for the next run. */
const ACCOUNTS_PER_RUN = 500;

/**
 * Throws away what need not be kept any more, and leaves a line of proof for each rule: when it removed something, and
 * else once a day, to show that it ran.
 */
@Injectable()
export class Retention {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly eraseAccount: EraseAccount,
  ) {}

  async execute(): Promise<void> {
    const now = await this.clock.now(this.dataSource.manager);
    for (const rule of Object.keys(REMOVALS) as (keyof typeof REMOVALS)[]) {
      const before = daysBefore(now, RETENTION_DAYS[rule]);
      await this.transaction.run(async (em) => {
        const [, removed] = await em.query<[unknown, number]>(REMOVALS[rule], [before]);
        await leaveProof(em, { rule, ranAt: now, before, removed });
      });
    }
    await this.eraseInactive(now);
  }

  /** The account belongs to no district, so it stays until the most patient one lets it go. Staff always stay. */
  private async eraseInactive(now: Date): Promise<void> {
    const rulebooks = await this.districts.rulebooks();
    const terms = rulebooks.map(({ inactiveAfterMonths }) => inactiveAfterMonths);
    const months = terms.length > 0 ? Math.max(...terms) : DEFAULT_RULEBOOK.inactiveAfterMonths;
    const before = monthsBefore(now, months);
    const inactive = await this.dataSource.query<{ id: ResidentId }[]>(
      `select id from account where erased_at is null and last_seen_at < $1
         and not exists (select from role_grant where account_id = account.id)
       order by last_seen_at limit ${ACCOUNTS_PER_RUN}`,
      [before],
    );
    let removed = 0;
    for (const { id } of inactive) {
      if (await this.eraseAccount.execute(id, { unusedSince: before })) removed++;
    }
    await leaveProof(this.dataSource.manager, { rule: INACTIVE_ACCOUNTS, ranAt: now, before, removed });
  }
}

interface Proof {
  readonly rule: string;
  readonly ranAt: Date;
  readonly before: Date;
  readonly removed: number;
}

async function leaveProof(em: EntityManager, { rule, ranAt, before, removed }: Proof): Promise<void> {
  await em.query(
    `insert into retention_run (rule, ran_at, before, removed)
     select $1, $2, $3, $4 where $4 > 0 or not exists (
       select from retention_run where rule = $1 and ran_at > $2::timestamptz - interval '1 day')`,
    [rule, ranAt, before, removed],
  );
}
