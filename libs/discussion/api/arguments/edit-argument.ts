import { Injectable } from '@nestjs/common';
import { DISCUSSION_LIMITS, mayEdit, textBounds } from '@buurtstem/discussion-domain';
import { Clock, Limits, refuseLength, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Proposals, ReadProposal } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Cases } from '../moderation/cases';
import { ArgumentEntity, ArgumentVersionEntity } from './argument.entity';
import { Arguments } from './arguments';
import { VisibleArguments } from './visible-arguments';

export interface ArgumentEdit {
  readonly district: string;
  readonly number: number;
  readonly author: CurrentAccount;
  /** The id of an argument or reply. */
  readonly argument: string;
  readonly body: string;
  /** The version that the author changed. */
  readonly version: number;
}

/** Changes an own argument or reply, until the first like or reply. What it said before stays to be read. */
@Injectable()
export class EditArgument {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly readProposal: ReadProposal,
    private readonly proposals: Proposals,
    private readonly visible: VisibleArguments,
    private readonly argumentsOf: Arguments,
    private readonly cases: Cases,
  ) {}

  async execute(edit: ArgumentEdit): Promise<void> {
    const { author } = edit;
    const proposal = await this.readProposal.visible(edit.district, edit.number, author);
    await this.visible.one(proposal, edit.argument);
    await this.limits.hit('edit-argument', author.id, ...DISCUSSION_LIMITS.posts);
    await this.change(proposal.districtId, edit);
  }

  private change(districtId: number, edit: ArgumentEdit): Promise<void> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.shareByNumber(em, districtId, edit.number);
      const { argument, parent } = await this.argumentsOf.hold(em, proposal, edit.argument, 'change');
      const isAnswered = await this.argumentsOf.isAnswered(em, argument);
      const allowed = mayEdit(proposal, { ...argument, isAnswered }, parent, edit.author.id);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      if (argument.version !== edit.version) throw new Refusal('version-conflict');
      const { range, refusal } = textBounds(argument);
      refuseLength(edit.body, range, 'body', refusal);
      const body = edit.body.trim();
      // Nothing changed is no new version, and nothing for a moderator to look at.
      if (body === argument.body) return;
      const { id, version } = argument;
      const editedAt = await this.clock.now(em);
      await em.insert(ArgumentVersionEntity, {
        districtId,
        argumentId: id,
        version,
        body: argument.body,
        writtenAt: argument.editedAt ?? argument.postedAt,
      });
      await em.update(ArgumentEntity, { districtId, id }, { body, editedAt, version: version + 1 });
      const subject = { districtId, kind: 'argument', id, proposalId: proposal.id } as const;
      await this.cases.open(em, subject, 'edit', editedAt);
    });
  }
}
