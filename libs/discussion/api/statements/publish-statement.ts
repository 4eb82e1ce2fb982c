import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DISCUSSION_LIMITS, statementRole } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, Limits, refuseLength, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Proposals, ReadProposal } from '@buurtstem/proposals-api';
import { isPublic } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { statementOf } from './read-statements';
import { StatementEntity } from './statement.entity';
import type { StatementDto } from './statements.dto';

export interface NewStatement {
  readonly district: string;
  readonly number: number;
  readonly author: CurrentAccount;
  readonly body: string;
}

/** Publishes a statement under the name and role of its author, on any public proposal, open or not. */
@Injectable()
export class PublishStatement {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly readProposal: ReadProposal,
    private readonly proposals: Proposals,
  ) {}

  async execute({ district, number, author, body }: NewStatement): Promise<StatementDto> {
    const { districtId } = await this.readProposal.visible(district, number, author);
    refuseLength(body, TEXT_LENGTHS.statement, 'body', 'statement-length');
    const { displayName } = author;
    if (displayName === null) throw new Refusal('display-name-missing');
    const role = statementRole(author.roles, district);
    if (!role.ok) throw new Refusal(role.refusal);
    await this.limits.hit('statement', author.id, ...DISCUSSION_LIMITS.statements);
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.shareByNumber(em, districtId, number);
      if (!isPublic(proposal)) throw new Refusal('proposal-not-found');
      const statement: StatementEntity = {
        districtId,
        id: randomUUID(),
        proposalId: proposal.id,
        authorId: author.id,
        authorName: displayName,
        authorRole: role.value,
        body: body.trim(),
        postedAt: await this.clock.now(em),
      };
      await em.insert(StatementEntity, statement);
      return statementOf(statement);
    });
  }
}
