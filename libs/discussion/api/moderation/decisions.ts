import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  appealUntil,
  publicExplanation,
  type CaseState,
  type LogAct,
  type ReasonCode,
} from '@buurtstem/discussion-domain';
import type { ModerationKind } from '@buurtstem/notifications-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ModerationLog } from '../log/moderation-log';
import { ModerationCaseEntity, ModerationDecisionEntity } from './entities';
import { nameOf, type LockedSubject } from './subjects';
import { tell } from './tell-author';

export interface Decided {
  readonly locked: ModerationCaseEntity;
  readonly subject: LockedSubject;
  readonly state: CaseState;
  readonly verdict: ModerationDecisionEntity['verdict'];
  /** Of the decision against the text; null where nothing was found against it. */
  readonly reason: ReasonCode | null;
  readonly message: string;
  readonly decidedBy: ResidentId;
  readonly at: Date;
  /** Null where everybody has nothing to know. */
  readonly act: LogAct | null;
  /** What the author is told; null where they are told nothing. */
  readonly news: ModerationKind | null;
}

/** The decision that put something out of sight or took something out. */
export interface AgainstIt {
  readonly verdict: 'hide' | 'redact';
  readonly reason: ReasonCode;
  readonly decidedBy: ResidentId;
}

/** Writes what was decided: case, decision, public log and mails together, or nothing. */
@Injectable()
export class Decisions {
  constructor(private readonly log: ModerationLog) {}

  async record(em: EntityManager, decided: Decided): Promise<void> {
    const { locked, subject, state, verdict, reason, message, decidedBy, at, act, news } = decided;
    const { districtId, id: caseNumber } = locked;
    const id = randomUUID();
    await em.update(
      ModerationCaseEntity,
      { districtId, id: caseNumber },
      { state, decidedAt: at, claimedBy: null, claimedUntil: null },
    );
    await em.insert(ModerationDecisionEntity, {
      districtId,
      id,
      caseId: caseNumber,
      verdict,
      reason: verdict === 'hide' || verdict === 'redact' ? (reason ?? '') : '',
      message,
      authorId: subject.authorId,
      decidedBy,
      decidedAt: at,
    });
    const isAgainst = verdict === 'hide' || verdict === 'redact';
    const about = {
      districtId,
      decisionId: id,
      proposalNumber: subject.proposal.number,
      subject: nameOf(subject),
      reason,
    };
    if (news) {
      const until = isAgainst ? appealUntil(at) : null;
      await tell(
        em,
        { ...about, kind: news, recipients: [subject.authorId], message, appealUntil: until },
        at,
      );
    }
    if (locked.state === 'open' && locked.reports > 0) {
      const recipients = await reportersOf(em, locked, subject.authorId);
      const words = publicExplanation(reason, message);
      await tell(em, { ...about, kind: 'report-decided', recipients, message: words, appealUntil: null }, at);
    }
    if (act) {
      const { proposalNumber, subject: named } = about;
      // What a moderator writes about something that stays is for who reported it.
      const explanation = act === 'kept' ? '' : message;
      await this.log.append(em, districtId, {
        ...{ act, subject: named, proposalNumber, caseNumber, reason, explanation, at },
      });
    }
  }

  /** The decision against the text of a case; null where there is none. */
  async againstIt(em: EntityManager, { districtId, id }: ModerationCaseEntity): Promise<AgainstIt | null> {
    const [row] = await em.query<AgainstIt[]>(
      `select verdict, reason, decided_by as "decidedBy" from moderation_decision
       where district_id = $1 and case_id = $2 and verdict in ('hide', 'redact')`,
      [districtId, id],
    );
    return row ?? null;
  }
}

async function reportersOf(
  em: EntityManager,
  { districtId, id }: ModerationCaseEntity,
  authorId: ResidentId,
): Promise<ResidentId[]> {
  const rows = await em.query<{ id: ResidentId }[]>(
    `select distinct reporter_id as id from abuse_report
     where district_id = $1 and case_id = $2 and reporter_id is not null and reporter_id <> $3`,
    [districtId, id, authorId],
  );
  return rows.map((row) => row.id);
}
