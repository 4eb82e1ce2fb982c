import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayPost, textBounds } from '@buurtstem/discussion-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases } from '../moderation/cases';
import { ArgumentEntity } from './argument.entity';
import { Arguments } from './arguments';

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
    private readonly argumentsOf: Arguments,
    private readonly cases: Cases,
  ) {}

  execute({ districtId, proposalNumber, author, side, body, at }: NewArgument): Promise<ArgumentEntity> {
    return this.transaction.run(async (em) => {
      const { range, refusal } = textBounds({ parentId: null });
      refuseLength(body, range, 'body', refusal);
      if (author.displayName === null) throw new Refusal('display-name-missing');
      const proposal = await this.proposals.shareByNumber(em, districtId, proposalNumber);
      const allowed = mayPost(proposal);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const likes = await this.argumentsOf.likesOnSides(em, proposal, side);
      const postedAt = at ?? (await this.clock.now(em));
      const argument: ArgumentEntity = {
        districtId,
        id: randomUUID(),
        proposalId: proposal.id,
        parentId: null,
        authorId: author.id,
        authorName: author.displayName,
        side,
        body: body.trim(),
        postedAt,
        hidden: false,
        redacted: false,
        version: 1,
        editedAt: null,
        likes: 0,
        likesBefore: likes[side],
      };
      await em.insert(ArgumentEntity, argument);
      const subject = { districtId, kind: 'argument', id: argument.id, proposalId: proposal.id } as const;
      await this.cases.open(em, subject, 'new', postedAt);
      return argument;
    });
  }
}
