import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { isOpen, isPublic } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { ArgumentEntity } from './argument.entity';

export interface NewArgument {
  readonly districtId: number;
  readonly proposalNumber: number;
  readonly author: { readonly id: ResidentId; readonly displayName: string | null };
  readonly side: 'for' | 'against';
  readonly body: string;
  /** For imports and demos; else it is now. */
  readonly at?: Date;
}

/** Puts an argument for or against under an open proposal. From the first one on the proposal's text is locked. */
@Injectable()
export class PostArgument {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
  ) {}

  execute(asked: NewArgument): Promise<ArgumentEntity> {
    return this.transaction.run(async (em) => {
      refuseLength(asked.body, TEXT_LENGTHS.argument, 'body', 'argument-length');
      if (asked.author.displayName === null) throw new Refusal('display-name-missing');
      const proposal = await this.proposals.shareByNumber(em, asked.districtId, asked.proposalNumber);
      if (!isPublic(proposal)) throw new Refusal('proposal-not-found');
      if (!isOpen(proposal)) throw new Refusal('proposal-not-open');
      const argument: ArgumentEntity = {
        districtId: asked.districtId,
        id: randomUUID(),
        proposalId: proposal.id,
        authorId: asked.author.id,
        authorName: asked.author.displayName,
        side: asked.side,
        body: asked.body.trim(),
        postedAt: asked.at ?? (await this.clock.now(em)),
        parentId: null,
        hidden: false,
        redacted: false,
        version: 1,
        editedAt: null,
        likes: 0,
        likesBefore: 0,
      };
      await em.insert(ArgumentEntity, argument);
      return argument;
    });
  }
}
