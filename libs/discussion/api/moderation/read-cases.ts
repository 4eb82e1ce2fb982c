import { Injectable } from '@nestjs/common';
import { OVERDUE_DAYS, URGENCIES, type Involved } from '@buurtstem/discussion-domain';
import { Clock } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { CaseDetails } from './case-details';
import { readCaseCursor, writeCaseCursor } from './case-cursor';
import { CaseHints } from './case-hints';
import { CASE_ROWS, summaryOf, type CaseRow } from './case-rows';
import { Cases } from './cases';
import type { CasePageDto, CaseView, ListCasesDto, ModerationCaseDto } from './cases.dto';

const OVERDUE = OVERDUE_DAYS * 24 * 3600 * 1000;

/** What moderators read of cases. */
@Injectable()
export class ReadCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly hints: CaseHints,
    private readonly details: CaseDetails,
  ) {}

  async page(districtId: number, asked: ListCasesDto, readerId: ResidentId): Promise<CasePageDto> {
    const em = this.dataSource.manager;
    const { view, limit, subject = null, urgency } = asked;
    const now = await this.clock.now(em);
    const after = asked.after === undefined ? null : readCaseCursor(view, asked.after);
    const asOf = after?.asOf ?? now;
    const lateBefore = new Date(asOf.getTime() - OVERDUE);
    const filters = [subject, urgency === undefined ? null : URGENCIES.indexOf(urgency)];
    const place = [after?.rank ?? null, after?.at ?? null, after?.number ?? null];
    const rows = await em.query<CaseRow[]>(PAGES[view], [
      ...[districtId, lateBefore, ...filters, ...place, limit + 1],
    ]);
    const [counts] = await em.query<Counts[]>(COUNTS[view], [districtId, lateBefore, ...filters]);
    const shown = rows.slice(0, limit);
    const [involved, hints] = [
      await this.cases.involvedIn(
        em,
        districtId,
        shown.map(({ id }) => id),
      ),
      await this.hints.of(em, districtId, shown),
    ];
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) =>
        summaryOf(row, involved.get(row.id) ?? NOBODY, (hints.get(row.id) ?? []).map(kindOf), {
          id: readerId,
          now,
        }),
      ),
      total: counts?.total ?? 0,
      open: counts?.open ?? 0,
      overdue: counts?.overdue ?? 0,
      appeals: counts?.appeals ?? 0,
      oldestOpenedAt: counts?.oldest?.toISOString() ?? null,
      next: last
        ? writeCaseCursor(view, { asOf, rank: last.rank, at: placeOf(view, last), number: last.id })
        : null,
    };
  }

  async one(districtId: number, number: number, readerId: ResidentId): Promise<ModerationCaseDto> {
    const em = this.dataSource.manager;
    const now = await this.clock.now(em);
    const lateBefore = new Date(now.getTime() - OVERDUE);
    const [row] = await em.query<CaseRow[]>(`${CASE_ROWS} and c.id = $3`, [districtId, lateBefore, number]);
    if (!row) throw new Refusal('case-not-found');
    const involved = (await this.cases.involvedIn(em, districtId, [number])).get(number) ?? NOBODY;
    const hints = (await this.hints.of(em, districtId, [row])).get(number) ?? [];
    return {
      ...summaryOf(row, involved, hints.map(kindOf), { id: readerId, now }),
      hints,
      ...(await this.details.of(em, districtId, row, { id: readerId, now })),
    };
  }
}

const NOBODY: Involved = { authorId: '', submitterId: '', coSubmitterIds: [], reporterIds: [] };

function kindOf<Kind>({ kind }: { readonly kind: Kind }): Kind {
  return kind;
}

interface Counts {
  total: number;
  open: number;
  overdue: number;
  appeals: number;
  oldest: Date | null;
}

const FILTERS = `($3::text is null or c.subject_kind = $3) and ($4::integer is null or c.urgency = $4)`;

/** Who looks at something new and finds nothing decides nothing, so that is in no list. */
const IN_VIEW: Readonly<Record<CaseView, string>> = {
  queue: `c.state = 'open'`,
  appeals: `c.state = 'appealed'`,
  decided: `c.state not in ('open', 'appealed') and (c.state <> 'dismissed' or c.reports > 0)`,
};

const RANK = `least(2, c.urgency + case when c.opened_at <= $2 then 1 else 0 end)`;

/** By keyset: `$5` to `$7` say where the page before ended. */
const PAGES: Readonly<Record<CaseView, string>> = {
  queue: paged(
    'queue',
    `${RANK} < $5::integer or (${RANK} = $5 and (c.opened_at, c.id) > ($6::timestamptz, $7::integer))`,
    `${RANK} desc, c.opened_at, c.id`,
  ),
  appeals: paged(
    'appeals',
    `($5::integer is not null and (w.filed_at, c.id) > ($6::timestamptz, $7::integer))`,
    'w.filed_at, c.id',
  ),
  decided: paged(
    'decided',
    `($5::integer is not null and (c.decided_at, c.id) < ($6::timestamptz, $7::integer))`,
    'c.decided_at desc, c.id desc',
  ),
};

function paged(view: CaseView, after: string, order: string): string {
  return `${CASE_ROWS} and ${IN_VIEW[view]} and ${FILTERS} and ($7::integer is null or ${after})
    order by ${order} limit $8`;
}

/** What the list of a view is ordered by, beside the rank. */
function placeOf(view: CaseView, row: CaseRow): Date {
  return view === 'decided' ? (row.decided_at ?? row.opened_at) : row.since;
}

const COUNTS: Readonly<Record<CaseView, string>> = {
  queue: counting('queue'),
  appeals: counting('appeals'),
  decided: counting('decided'),
};

function counting(view: CaseView): string {
  return `
    select (count(*) filter (where ${IN_VIEW[view]} and ${FILTERS}))::integer as total,
      (count(*) filter (where c.state = 'open'))::integer as open,
      (count(*) filter (where c.state = 'open' and c.opened_at <= $2))::integer as overdue,
      (count(*) filter (where c.state = 'appealed'))::integer as appeals,
      min(c.opened_at) filter (where c.state = 'open') as oldest
    from moderation_case c where c.district_id = $1`;
}
