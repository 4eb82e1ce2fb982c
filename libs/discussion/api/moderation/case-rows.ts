import {
  ageDays,
  interestOf,
  isOverdue,
  liveClaim,
  URGENCIES,
  type CaseOrigin,
  type CaseState,
  type Involved,
  type ReasonCode,
  type SignalKind,
  type SubjectKind,
} from '@buurtstem/discussion-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { CaseSummaryDto, CaseTextDto, ClaimDto } from './cases.dto';

/** A row of {@link CASE_ROWS}. */
export interface CaseRow {
  id: number;
  state: CaseState;
  subject_kind: SubjectKind;
  subject_id: string;
  proposal_id: string;
  origin: CaseOrigin;
  urgency: number;
  /** As the queue orders it at the asked moment: what is late counts as one step more urgent. */
  rank: number;
  reports: number;
  opened_at: Date;
  decided_at: Date | null;
  /** Since when it waits for a moderator. */
  since: Date;
  claimed_by: string | null;
  claimed_until: Date | null;
  /** Null where who has it in hand has left. */
  claimer: string | null;
  number: number;
  title: string;
  summary: string;
  body: string;
  parent_id: string | null;
  side: 'for' | 'against' | null;
  author_id: string;
  author_name: string;
  posted_at: Date;
  written_at: Date;
  path: string | null;
  picture_width: number;
  reasons: ReasonCode[];
}

/** `$1` is the district, `$2` the instant before which a case that was opened is late. */
export const CASE_ROWS = `
  select c.id, c.state, c.subject_kind, c.subject_id, c.proposal_id, c.origin, c.urgency,
    least(2, c.urgency + case when c.opened_at <= $2 then 1 else 0 end) as rank, c.reports, c.opened_at, c.decided_at,
    case when c.state = 'appealed' then w.filed_at else c.opened_at end as since, c.claimed_by, c.claimed_until,
    (select coalesce(m.display_name, m.email) from account m
     where m.id = c.claimed_by and m.erased_at is null) as claimer,
    p.number, p.title, p.summary, coalesce(a.body, f.alt, p.body) as body, a.parent_id, a.side,
    coalesce(a.author_id, p.submitter_id) as author_id, coalesce(a.author_name, p.submitter_name) as author_name,
    coalesce(a.posted_at, p.published_at) as posted_at,
    coalesce(a.edited_at, a.posted_at, p.published_at) as written_at, f.path, f.width as picture_width,
    array(select r.reason from abuse_report r where r.district_id = c.district_id and r.case_id = c.id
          group by r.reason order by count(*) desc, r.reason) as reasons
  from moderation_case c
  join proposal p on p.district_id = c.district_id and p.id = c.proposal_id
  left join argument a on c.subject_kind = 'argument' and a.district_id = c.district_id and a.id = c.subject_id
  left join proposal_picture f on c.subject_kind = 'picture' and f.district_id = c.district_id
    and f.id = c.subject_id
  left join appeal w on w.district_id = c.district_id and w.case_id = c.id
  where c.district_id = $1`;

export interface Reader {
  readonly id: ResidentId;
  readonly now: Date;
}

export function summaryOf(
  row: CaseRow,
  involved: Involved,
  signals: readonly SignalKind[],
  { id, now }: Reader,
): CaseSummaryDto {
  const waits = row.state === 'open' || row.state === 'appealed';
  return {
    number: row.id,
    state: row.state,
    subject: row.subject_kind,
    isReply: row.parent_id !== null,
    origin: row.origin,
    urgency: URGENCIES[row.urgency] ?? 'new',
    proposal: { number: row.number, title: row.title },
    excerpt: excerptOf(row.subject_kind === 'proposal' ? row.summary : row.body),
    reports: row.reports,
    reasons: row.reasons,
    signals: [...new Set(signals)],
    openedAt: row.opened_at.toISOString(),
    ageDays: ageDays(row.since, waits ? now : (row.decided_at ?? now)),
    overdue: waits && isOverdue(row.since, now),
    claim: claimShown(row, id, now),
    interest: interestOf(involved, id),
  };
}

export function caseText(row: CaseRow): CaseTextDto {
  const isProposal = row.subject_kind === 'proposal';
  return { title: isProposal ? row.title : '', summary: isProposal ? row.summary : '', body: row.body };
}

function claimShown(row: CaseRow, readerId: ResidentId, now: Date): ClaimDto | null {
  const { claimed_by: by, claimed_until: until } = row;
  const live = liveClaim(by === null || until === null ? null : { by, until }, now);
  return live && { by: row.claimer ?? '', mine: live.by === readerId, until: live.until.toISOString() };
}

const EXCERPT = 160;

/** The beginning of a text on one line, up to a whole word. */
function excerptOf(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= EXCERPT) return characters.join('');
  const cut = characters.slice(0, EXCERPT - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > EXCERPT / 2 ? cut.slice(0, lastBlank) : cut}…`;
}
