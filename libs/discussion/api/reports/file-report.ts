import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DISCUSSION_LIMITS, URGENCIES, urgencyOf, type ReasonCode } from '@buurtstem/discussion-domain';
import { Districts } from '@buurtstem/districts-api';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  Clock,
  Limits,
  Pseudonyms,
  refuseLength,
  Transaction,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { isPublic } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Cases, type CaseSubject } from '../moderation/cases';
import { AbuseReportEntity, AbuseReportOriginEntity, ModerationCaseEntity } from '../moderation/entities';
import { PUBLIC, subjectUnder } from './reported-subject';
import type { FileReportDto, ReportFiledDto } from './reports.dto';

type Filed = {
  readonly district: string;
  readonly number: number;
  readonly reporter: CurrentAccount | null;
  readonly network: string;
} & FileReportDto;

/** Files a report: opens a case, or joins the one that is open. It hides nothing. */
@Injectable()
export class FileReport {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly limits: Limits,
    private readonly pseudonyms: Pseudonyms,
    private readonly proposals: Proposals,
    private readonly cases: Cases,
  ) {}

  async execute(filed: Filed): Promise<ReportFiledDto> {
    const note = filed.note?.trim() ?? '';
    refuseLength(note, TEXT_LENGTHS.reportNote, 'note', 'report-note-length');
    const districtId = await this.districts.idOf(filed.district);
    const { reportsPerAccount, reportsPerNetwork } = DISCUSSION_LIMITS;
    if (filed.reporter) await this.limits.hit('report', filed.reporter.id, ...reportsPerAccount);
    else await this.limits.hit('visitor-report', filed.network, ...reportsPerNetwork);
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.shareByNumber(em, districtId, filed.number);
      if (!isPublic(proposal)) throw new Refusal('proposal-not-found');
      const subject = await subjectUnder(em, proposal, filed, PUBLIC);
      const at = await this.clock.now(em);
      const open = await this.lockOpen(em, subject, at);
      const network = filed.reporter ? null : this.pseudonyms.of('network', filed.network);
      const before = await reportBefore(em, open, filed.reporter?.id ?? null, network);
      // Once more changes nothing, and says nothing about who reported before.
      if (before) return { reportedAt: before.toISOString() };
      await join(em, open, { reporter: filed.reporter, network, reason: filed.reason, note, at });
      return { reportedAt: at.toISOString() };
    });
  }

  /** The open case of the subject, held: whoever reports it at the same moment waits. */
  private async lockOpen(em: EntityManager, subject: CaseSubject, at: Date): Promise<ModerationCaseEntity> {
    for (;;) {
      const number = await this.cases.open(em, subject, 'report', at);
      const locked = await this.cases.lock(em, subject.districtId, number);
      if (locked.state === 'open') return locked;
    }
  }
}

async function reportBefore(
  em: EntityManager,
  { districtId, id }: ModerationCaseEntity,
  reporterId: string | null,
  network: Buffer | null,
): Promise<Date | null> {
  const [row] = await em.query<{ at: Date }[]>(
    `select r.reported_at as at from abuse_report r
     left join abuse_report_origin o on o.district_id = r.district_id and o.report_id = r.id
     where r.district_id = $1 and r.case_id = $2
       and (r.reporter_id = $3::uuid or (r.reporter_id is null and o.network_pseudonym = $4::bytea))
     limit 1`,
    [districtId, id, reporterId, network],
  );
  return row?.at ?? null;
}

interface NewReport {
  readonly reporter: CurrentAccount | null;
  readonly network: Buffer | null;
  readonly reason: ReasonCode;
  readonly note: string;
  readonly at: Date;
}

async function join(
  em: EntityManager,
  { districtId, id: caseId, reports, urgency }: ModerationCaseEntity,
  { reporter, network, reason, note, at }: NewReport,
): Promise<void> {
  const id = randomUUID();
  const reporterId = reporter?.id ?? null;
  await em.insert(AbuseReportEntity, { districtId, id, caseId, reporterId, reason, note, reportedAt: at });
  if (network) {
    const origin = { districtId, reportId: id, networkPseudonym: network, recordedAt: at };
    await em.insert(AbuseReportOriginEntity, origin);
  }
  const raised = Math.max(urgency, URGENCIES.indexOf(urgencyOf([reason])));
  await em.update(
    ModerationCaseEntity,
    { districtId, id: caseId },
    { reports: reports + 1, urgency: raised },
  );
}
