import { Injectable } from '@nestjs/common';
import type { LogSubject } from '@buurtstem/discussion-domain';
import { ProposalEntity, ProposalPictureEntity, Proposals } from '@buurtstem/proposals-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ArgumentEntity } from '../arguments/argument.entity';
import type { ModerationCaseEntity } from './entities';

/** What a moderator can take something out of; title and summary are a proposal's only. */
export interface SubjectText {
  readonly title: string | null;
  readonly summary: string | null;
  readonly body: string;
}

/** What a case is about, held until the transaction ends. */
export type LockedSubject = {
  readonly proposal: ProposalEntity;
  readonly authorId: ResidentId;
} & (
  | { readonly kind: 'proposal' }
  | { readonly kind: 'argument'; readonly argument: ArgumentEntity }
  | { readonly kind: 'picture'; readonly picture: ProposalPictureEntity }
);

/** What cases are about, and what a decision does to it. */
@Injectable()
export class Subjects {
  constructor(private readonly proposals: Proposals) {}

  /** Holds back what its author and other readers do to it, such as an edit, until the transaction ends. */
  async lock(
    em: EntityManager,
    { districtId, subjectKind, subjectId, proposalId }: ModerationCaseEntity,
  ): Promise<LockedSubject> {
    const holdsText = subjectKind === 'argument' ? 'for_key_share' : 'pessimistic_write';
    const proposal = await em.findOneOrFail(ProposalEntity, {
      where: { districtId, id: proposalId },
      lock: { mode: holdsText },
    });
    const where = { districtId, id: subjectId };
    const lock = { mode: 'pessimistic_write' } as const;
    switch (subjectKind) {
      case 'proposal':
        return { kind: subjectKind, proposal, authorId: proposal.submitterId };
      case 'argument': {
        const argument = await em.findOneOrFail(ArgumentEntity, { where, lock });
        return { kind: subjectKind, proposal, argument, authorId: argument.authorId };
      }
      case 'picture': {
        const picture = await em.findOne(ProposalPictureEntity, { where, lock });
        if (!picture) throw new Refusal('picture-not-found');
        return { kind: subjectKind, proposal, picture, authorId: proposal.submitterId };
      }
    }
  }

  async hide(em: EntityManager, subject: LockedSubject): Promise<void> {
    if (subject.kind === 'proposal') await this.proposals.hide(em, subject.proposal);
    else if (subject.kind === 'picture') await this.proposals.hidePicture(em, subject.picture);
    else await changeArgument(em, subject.argument, { hidden: true });
  }

  async restore(em: EntityManager, subject: LockedSubject): Promise<void> {
    if (subject.kind === 'proposal') await this.proposals.restore(em, subject.proposal);
    else if (subject.kind === 'picture') await this.proposals.restorePicture(em, subject.picture);
    else await changeArgument(em, subject.argument, { hidden: false });
  }

  /** Puts other words into the text, as a moderator may; a new version, so that an edit of before is refused. */
  async rewrite(
    em: EntityManager,
    subject: LockedSubject,
    text: SubjectText,
    redacted: boolean,
  ): Promise<void> {
    if (subject.kind === 'argument') {
      const version = subject.argument.version + 1;
      await changeArgument(em, subject.argument, { body: text.body, redacted, version });
    } else if (subject.kind === 'proposal') {
      const { title, summary } = subject.proposal;
      await this.proposals.rewrite(em, subject.proposal, {
        title: text.title ?? title,
        summary: text.summary ?? summary,
        body: text.body,
        redacted,
      });
    }
  }
}

/** Null where there is no text to take something out of. */
export function textOf(subject: LockedSubject): SubjectText | null {
  switch (subject.kind) {
    case 'proposal': {
      const { title, summary, body } = subject.proposal;
      return { title, summary, body };
    }
    case 'argument':
      return { title: null, summary: null, body: subject.argument.body };
    case 'picture':
      return null;
  }
}

/** As the log and the mails name it. */
export function nameOf(subject: LockedSubject): LogSubject {
  if (subject.kind !== 'argument') return subject.kind;
  return subject.argument.parentId === null ? 'argument' : 'reply';
}

async function changeArgument(
  em: EntityManager,
  { districtId, id }: ArgumentEntity,
  change: Partial<ArgumentEntity>,
): Promise<void> {
  await em.update(ArgumentEntity, { districtId, id }, change);
}
