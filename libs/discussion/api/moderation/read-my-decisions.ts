import { Injectable } from '@nestjs/common';
import {
  appealUntil,
  mayAppeal,
  type CaseState,
  type ReasonCode,
  type SubjectKind,
} from '@buurtstem/discussion-domain';
import { Clock } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { MyDecisionDto } from './my-decisions.dto';

interface Row {
  case_id: number;
  state: CaseState;
  subject_kind: SubjectKind;
  is_reply: boolean;
  number: number;
  title: string;
  text: string;
  verdict: 'hide' | 'redact';
  reason: ReasonCode;
  message: string;
  decided_at: Date;
  appeal: string | null;
  final_message: string | null;
}

/** Decisions against what a resident wrote. */
@Injectable()
export class ReadMyDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(districtId: number, authorId: ResidentId): Promise<MyDecisionDto[]> {
    const rows = await this.dataSource.query<Row[]>(`${DECISIONS} order by d.decided_at desc, d.id`, [
      districtId,
      authorId,
    ]);
    const now = await this.clock.now(this.dataSource.manager);
    return rows.map((row) => decisionOf(row, now));
  }

  async one(districtId: number, number: number, authorId: ResidentId): Promise<MyDecisionDto> {
    const [row] = await this.dataSource.query<Row[]>(`${DECISIONS} and d.case_id = $3`, [
      districtId,
      authorId,
      number,
    ]);
    if (!row) throw new Refusal('case-not-found');
    return decisionOf(row, await this.clock.now(this.dataSource.manager));
  }
}

/** What the author wrote is theirs to read, hidden or not; a plan of somebody else is not. */
const DECISIONS = `
  select d.case_id, c.state, c.subject_kind, a.parent_id is not null as is_reply, p.number,
    case when p.hidden and p.submitter_id <> $2 then '' else p.title end as title,
    coalesce(a.body, f.alt, p.body) as text, d.verdict, d.reason, d.message, d.decided_at, w.text as appeal,
    (select e.message from moderation_decision e where e.district_id = d.district_id and e.case_id = d.case_id
       and e.verdict in ('confirm', 'overturn') order by e.decided_at desc limit 1) as final_message
  from moderation_decision d
  join moderation_case c on c.district_id = d.district_id and c.id = d.case_id
  join proposal p on p.district_id = c.district_id and p.id = c.proposal_id
  left join argument a on c.subject_kind = 'argument' and a.district_id = c.district_id and a.id = c.subject_id
  left join proposal_picture f on c.subject_kind = 'picture' and f.district_id = c.district_id
    and f.id = c.subject_id
  left join appeal w on w.district_id = c.district_id and w.case_id = c.id
  where d.district_id = $1 and d.author_id = $2 and d.verdict in ('hide', 'redact')`;

function decisionOf(row: Row, now: Date): MyDecisionDto {
  const { state, decided_at: decidedAt } = row;
  return {
    caseNumber: row.case_id,
    state,
    subject: row.subject_kind,
    isReply: row.is_reply,
    proposalNumber: row.number,
    proposalTitle: row.title,
    text: row.text,
    verdict: row.verdict,
    reason: row.reason,
    message: row.message,
    decidedAt: decidedAt.toISOString(),
    appealUntil: appealUntil(decidedAt).toISOString(),
    mayAppeal: mayAppeal({ state, decidedAt, isAppealed: row.appeal !== null }, now).ok,
    appeal: row.appeal,
    finalMessage: row.final_message,
  };
}
