import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayReply, textBounds } from '@buurtstem/discussion-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { Cases } from '../moderation/cases';
import { ArgumentEntity } from './argument.entity';
import { Arguments } from './arguments';

export interface NewReply {
  readonly districtId: number;
  readonly proposalNumber: number;
  readonly author: { readonly id: ResidentId; readonly displayName: string | null };
  /** The id of what is replied to. */
  readonly argument: string;
  readonly body: string;
  /** For imports and demos; else it is now. */
  readonly at?: Date;
}

/** Puts a reply under an argument. From the first one on the argument's text is locked. */
@Injectable()
export class ReplyToArgument {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly argumentsOf: Arguments,
    private readonly cases: Cases,
  ) {}

  execute(reply: NewReply): Promise<ArgumentEntity> {
    return this.transaction.run(async (em) => {
      const { districtId, author, body, at } = reply;
      const { range, refusal } = textBounds({ parentId: reply.argument });
      refuseLength(body, range, 'body', refusal);
      if (author.displayName === null) throw new Refusal('display-name-missing');
      const proposal = await this.proposals.shareByNumber(em, districtId, reply.proposalNumber);
      const { argument, parent } = await this.argumentsOf.hold(em, proposal, reply.argument, 'answer');
      const allowed = mayReply(proposal, argument, parent);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const postedAt = at ?? (await this.clock.now(em));
      const posted: ArgumentEntity = {
        districtId,
        id: randomUUID(),
        proposalId: proposal.id,
        parentId: argument.id,
        authorId: author.id,
        authorName: author.displayName,
        side: argument.side,
        body: body.trim(),
        postedAt,
        hidden: false,
        redacted: false,
        version: 1,
        editedAt: null,
        likes: 0,
        likesBefore: 0,
      };
      await em.insert(ArgumentEntity, posted);
      const subject = { districtId, kind: 'argument', id: posted.id, proposalId: proposal.id } as const;
      await this.cases.open(em, subject, 'new', postedAt);
      return posted;
    });
  }
}
