import { Injectable } from '@nestjs/common';
import { DISCUSSION_LIMITS, mayPost, textBounds } from '@buurtstem/discussion-domain';
import { Limits, refuseLength, type CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal, type ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { PostArgument } from './post-argument';
import { ReplyToArgument } from './reply-to-argument';
import { VisibleArguments } from './visible-arguments';

interface Posted {
  readonly district: string;
  readonly number: number;
  readonly author: CurrentAccount;
  readonly body: string;
}

/** What a resident posts on the site: not too often. Imports have another door. */
@Injectable()
export class PostOnline {
  constructor(
    private readonly proposals: ReadProposal,
    private readonly visible: VisibleArguments,
    private readonly limits: Limits,
    private readonly postArgument: PostArgument,
    private readonly replyToArgument: ReplyToArgument,
  ) {}

  /** Answers the id of the argument. */
  async argument(posted: Posted & { readonly side: 'for' | 'against' }): Promise<string> {
    const { district, number, author, side, body } = posted;
    const proposal = await this.proposals.visible(district, number, author);
    await this.takeTurn(proposal, posted, null);
    const { id } = await this.postArgument.execute({
      districtId: proposal.districtId,
      proposalNumber: number,
      author,
      side,
      body,
    });
    return id;
  }

  /** Answers the id of the reply. */
  async reply(posted: Posted & { readonly argument: string }): Promise<string> {
    const { district, number, author, argument, body } = posted;
    const proposal = await this.proposals.visible(district, number, author);
    await this.visible.one(proposal, argument);
    await this.takeTurn(proposal, posted, argument);
    const { id } = await this.replyToArgument.execute({
      districtId: proposal.districtId,
      proposalNumber: number,
      author,
      argument,
      body,
    });
    return id;
  }

  /**
   * What cannot succeed uses up nobody's turn. The hit counts before the transaction, and stays when that is undone: else
   * trying would be free.
   */
  private async takeTurn(
    proposal: ProposalEntity,
    { author, body }: Posted,
    parentId: string | null,
  ): Promise<void> {
    const allowed = mayPost(proposal);
    if (!allowed.ok) throw new Refusal(allowed.refusal);
    const { range, refusal } = textBounds({ parentId });
    refuseLength(body, range, 'body', refusal);
    if (author.displayName === null) throw new Refusal('display-name-missing');
    await this.limits.hit('post', author.id, ...DISCUSSION_LIMITS.posts);
  }
}
