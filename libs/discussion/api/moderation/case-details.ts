import { Injectable } from '@nestjs/common';
import type { ReasonCode } from '@buurtstem/discussion-domain';
import { addressesOf } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';
import { caseText, type CaseRow, type Reader } from './case-rows';
import type {
  CaseMergeDto,
  CaseTextDto,
  ModerationCaseDto,
  ModerationDecisionDto,
  ReportSummaryDto,
} from './cases.dto';
import { AppealEntity, RedactedOriginalEntity } from './entities';

/** What stands on the page of one case and in no list. */
type Details = Pick<
  ModerationCaseDto,
  | 'subjectId'
  | 'text'
  | 'original'
  | 'pictureUrl'
  | 'side'
  | 'authorName'
  | 'writtenAt'
  | 'earlierDecisions'
  | 'filed'
  | 'decisions'
  | 'appeal'
  | 'decidedFirst'
  | 'merge'
>;

@Injectable()
export class CaseDetails {
  async of(em: EntityManager, districtId: number, row: CaseRow, reader: Reader): Promise<Details> {
    const key = { districtId, caseId: row.id };
    const decisions = await em.query<DecisionRow[]>(DECISIONS, [districtId, row.id]);
    const first = decisions.find(({ verdict }) => verdict === 'hide' || verdict === 'redact');
    const appeal = await em.findOneBy(AppealEntity, key);
    return {
      subjectId: row.subject_kind === 'proposal' ? null : row.subject_id,
      text: caseText(row),
      original: await originalOf(em, districtId, row, reader.now),
      pictureUrl: row.path === null ? null : addressesOf({ path: row.path, width: row.picture_width }).url,
      side: row.side,
      authorName: row.author_name,
      writtenAt: row.written_at.toISOString(),
      earlierDecisions: await earlierDecisions(em, districtId, row),
      filed: await filedReports(em, districtId, row.id),
      decisions: decisions.map(decisionOf),
      appeal: appeal && { text: appeal.text, filedAt: appeal.filedAt.toISOString() },
      decidedFirst: first?.decided_by === reader.id,
      merge: await mergeOf(em, districtId, row),
    };
  }
}

interface DecisionRow {
  verdict: ModerationDecisionDto['verdict'];
  reason: ReasonCode | '';
  message: string;
  decided_by: string;
  decider: string | null;
  decided_at: Date;
}

const DECISIONS = `
  select d.verdict, d.reason, d.message, d.decided_by, d.decided_at,
    (select coalesce(m.display_name, m.email) from account m
     where m.id = d.decided_by and m.erased_at is null) as decider
  from moderation_decision d where d.district_id = $1 and d.case_id = $2 order by d.decided_at, d.id`;

function decisionOf(row: DecisionRow): ModerationDecisionDto {
  return {
    verdict: row.verdict,
    reason: row.reason === '' ? null : row.reason,
    message: row.message,
    decidedBy: row.decider ?? '',
    decidedAt: row.decided_at.toISOString(),
  };
}

/** Only while there can be an appeal, or one waits. */
async function originalOf(
  em: EntityManager,
  districtId: number,
  { id: caseId, state }: CaseRow,
  now: Date,
): Promise<CaseTextDto | null> {
  const kept = await em.findOneBy(RedactedOriginalEntity, { districtId, caseId });
  const isNeeded = state === 'appealed' || (state === 'upheld' && kept !== null && kept.keptUntil > now);
  return kept && isNeeded ? { title: kept.title ?? '', summary: kept.summary ?? '', body: kept.body } : null;
}

/** Decisions against texts of the author that still stand. */
async function earlierDecisions(em: EntityManager, districtId: number, row: CaseRow): Promise<number> {
  const [found] = await em.query<{ count: number }[]>(
    `select count(*)::integer as count from moderation_decision d
     join moderation_case c on c.district_id = d.district_id and c.id = d.case_id
     where d.author_id = $2 and d.district_id = $1 and d.case_id <> $3 and d.verdict in ('hide', 'redact')
       and c.state in ('upheld', 'appealed', 'confirmed')`,
    [districtId, row.author_id, row.id],
  );
  return found?.count ?? 0;
}

async function filedReports(
  em: EntityManager,
  districtId: number,
  number: number,
): Promise<ReportSummaryDto[]> {
  const rows = await em.query<{ reason: ReasonCode; note: string; by_resident: boolean; at: Date }[]>(
    `select reason, note, reporter_id is not null as by_resident, reported_at as at from abuse_report
     where district_id = $1 and case_id = $2 order by reported_at desc, id`,
    [districtId, number],
  );
  return rows.map(({ reason, note, by_resident: byResident, at }) => ({
    ...{ reason, note, byResident, reportedAt: at.toISOString() },
  }));
}

async function mergeOf(em: EntityManager, districtId: number, row: CaseRow): Promise<CaseMergeDto | null> {
  const [asked] = await em.query<
    { id: string; number: number; title: string; duplicate_agreed: boolean; target_agreed: boolean }[]
  >(
    `select m.id, p.number, p.title, m.duplicate_agreed_at is not null as duplicate_agreed,
       m.target_agreed_at is not null as target_agreed
     from merge_request m join proposal p on p.district_id = m.district_id and p.id = m.target_id
     where m.district_id = $1 and m.duplicate_id = $2 and m.state = 'asked'`,
    [districtId, row.proposal_id],
  );
  if (!asked) return null;
  const { id, number, title, duplicate_agreed: duplicateAgreed, target_agreed: targetAgreed } = asked;
  return { id, target: { number, title }, duplicateAgreed, targetAgreed };
}
