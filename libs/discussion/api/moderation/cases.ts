import { Injectable } from '@nestjs/common';
import type { CaseOrigin, SubjectKind } from '@buurtstem/discussion-domain';
import type { ProposalId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

export interface CaseSubject {
  readonly districtId: number;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly proposalId: ProposalId;
}

/** Opens cases: at most one open one per subject. */
@Injectable()
export class Cases {
  /** Answers the number of the case: a new one, or the one that is open already. */
  open(_em: EntityManager, _subject: CaseSubject, _origin: CaseOrigin, _at: Date): Promise<number> {
    throw new Error('to be written');
  }
}
