import { Injectable } from '@nestjs/common';
import { Prepared, type CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { StatementEntity } from './statement.entity';
import type { StatementDto } from './statements.dto';

/** Statements on a proposal, newest first. */
@Injectable()
export class ReadStatements {
  constructor(
    private readonly prepared: Prepared,
    private readonly proposals: ReadProposal,
  ) {}

  async list(district: string, number: number, reader: CurrentAccount | null): Promise<StatementDto[]> {
    const { districtId, id: proposalId } = await this.proposals.visible(district, number, reader);
    const statements = await this.prepared.find(
      StatementEntity,
      'statements on a proposal',
      'where district_id = $1 and proposal_id = $2 order by posted_at desc, id desc',
      [districtId, proposalId],
    );
    return statements.map(statementOf);
  }
}

export function statementOf({ id, body, authorName, authorRole, postedAt }: StatementEntity): StatementDto {
  return { id, body, authorName, authorRole, postedAt: postedAt.toISOString() };
}
