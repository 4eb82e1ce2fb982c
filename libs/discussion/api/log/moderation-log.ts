import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  FIRST_PREVIOUS_HASH,
  hashOf,
  publicExplanation,
  type LogAct,
  type LogSubject,
  type ReasonCode,
  type Sha256,
} from '@buurtstem/discussion-domain';
import type { EntityManager } from 'typeorm';
import { LogLineEntity } from './log.entity';

/** First key of the log's advisory lock; the district's id is the second. Any number, as long as it is always it. */
const LOG_LOCK = 7_215_005;

export interface LoggedAct {
  readonly act: LogAct;
  readonly subject: LogSubject;
  readonly proposalNumber: number;
  /** Null for a merge, which has no case. */
  readonly caseNumber: number | null;
  readonly reason: ReasonCode | null;
  /** Public; pass what the moderator wrote, the log leaves out what it must not repeat. */
  readonly explanation: string;
  readonly at: Date;
}

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** Adds to the public log, one line after the other within a district, in the transaction of the act itself. */
@Injectable()
export class ModerationLog {
  /** Holds the district's log until the transaction ends: call it last. */
  async append(em: EntityManager, districtId: number, act: LoggedAct): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1, $2)', [LOG_LOCK, districtId]);
    const [last] = await em.find(LogLineEntity, {
      where: { districtId },
      order: { position: 'desc' },
      take: 1,
    });
    const entry = {
      position: (last?.position ?? 0) + 1,
      at: act.at.toISOString(),
      act: act.act,
      subject: act.subject,
      proposalNumber: act.proposalNumber,
      caseNumber: act.caseNumber,
      reason: act.reason,
      explanation: publicExplanation(act.reason, act.explanation.trim()),
    };
    const previousHash = last?.hash.toString('hex') ?? FIRST_PREVIOUS_HASH;
    await em.insert(LogLineEntity, {
      districtId,
      position: entry.position,
      at: act.at,
      act: entry.act,
      subjectKind: entry.subject,
      proposalNumber: entry.proposalNumber,
      caseNumber: entry.caseNumber,
      reason: entry.reason ?? '',
      explanation: entry.explanation,
      previousHash: Buffer.from(previousHash, 'hex'),
      hash: Buffer.from(hashOf(previousHash, entry, sha256), 'hex'),
    });
  }
}
