import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { PUBLISHED, subjectUnder } from '../reports/reported-subject';
import { Cases } from './cases';
import type { OpenCaseDto } from './cases.dto';

/** Opens a case on what a moderator sees on a page, or saw before it was hidden. */
@Injectable()
export class OpenCaseOnSight {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly cases: Cases,
  ) {}

  execute(districtId: number, asked: OpenCaseDto): Promise<number> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.shareByNumber(em, districtId, asked.proposalNumber);
      // What was never published is its submitter's own.
      if (proposal.publishedAt === null) throw new Refusal('proposal-not-found');
      const subject = await subjectUnder(em, proposal, asked, PUBLISHED);
      return this.cases.open(em, subject, 'moderator', await this.clock.now(em));
    });
  }
}
