import { Injectable } from '@nestjs/common';
import type { LogAct, LogSubject, ReasonCode } from '@buurtstem/discussion-domain';
import type { EntityManager } from 'typeorm';

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

/** Adds to the public log, one line after the other within a district, in the transaction of the act itself. */
@Injectable()
export class ModerationLog {
  append(_em: EntityManager, _districtId: number, _act: LoggedAct): Promise<void> {
    throw new Error('to be written');
  }
}
