import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { isOpen, isPublic, type ProposalState } from '@buurtstem/proposals-domain';
import { accept, refuse, type LengthRange, type Result } from '@buurtstem/shared-domain';
import { isPublicArgument } from './visibility';

/** The order of arguments: best by what readers found a good point, or newest. */
export const ARGUMENT_SORTS = ['best', 'newest'] as const;
export type ArgumentSort = (typeof ARGUMENT_SORTS)[number];

/** What an argument stands under. */
export interface DiscussedProposal {
  readonly state: ProposalState;
  readonly hidden: boolean;
  readonly publishedAt: Date | null;
}

/** An argument, or a reply to one. */
export interface WrittenArgument {
  /** Of a reply: the argument that it stands under. */
  readonly parentId: string | null;
  readonly authorId: string;
  readonly hidden: boolean;
}

/** The argument that a reply stands under; null where it is no reply. */
export type Parent = { readonly hidden: boolean } | null;

const notFound = refuse('argument-not-found');

/** Whether the discussion of a proposal goes on: everybody may read what was said, only an open one takes more. */
export function mayPost(
  proposal: DiscussedProposal,
): Result<true, 'proposal-not-found' | 'proposal-not-open'> {
  if (!isPublic(proposal)) return refuse('proposal-not-found');
  return isOpen(proposal) ? accept(true) : refuse('proposal-not-open');
}

/** Whether a reply may be put under this. There is one level: a reply to a reply belongs under the argument. */
export function mayReply(
  proposal: DiscussedProposal,
  argument: WrittenArgument,
  parent: Parent,
): Result<true, 'argument-not-found' | 'reply-to-a-reply' | 'proposal-not-open'> {
  if (!isPublicArgument(proposal, argument, parent)) return notFound;
  if (argument.parentId !== null) return refuse('reply-to-a-reply');
  return isOpen(proposal) ? accept(true) : refuse('proposal-not-open');
}

export interface EditedArgument extends WrittenArgument {
  readonly redacted: boolean;
  readonly likes: number;
  /** Whether somebody replied: of an argument to it, of a reply later under the same argument. Hidden ones count. */
  readonly isAnswered: boolean;
}

/**
 * Whether its writer may still change a text: until the first like or reply, since what people agreed with or answered
 * must not change under them. What a moderator took something out of stays as it is, so that it does not come back.
 */
export function mayEdit(
  proposal: DiscussedProposal,
  argument: EditedArgument,
  parent: Parent,
  editorId: string,
): Result<true, 'argument-not-found' | 'not-the-author' | 'proposal-not-open' | 'argument-locked'> {
  if (!isPublicArgument(proposal, argument, parent)) return notFound;
  if (argument.authorId !== editorId) return refuse('not-the-author');
  if (!isOpen(proposal)) return refuse('proposal-not-open');
  const isLocked = argument.likes > 0 || argument.isAnswered || argument.redacted;
  return isLocked ? refuse('argument-locked') : accept(true);
}

/** Whether somebody may like an argument, or take that back. Replies are not liked: there is nothing there. */
export function mayLike(
  proposal: DiscussedProposal,
  argument: WrittenArgument,
  residentId: string,
  wish: 'liked' | 'not-liked',
): Result<true, 'argument-not-found' | 'own-argument' | 'proposal-not-open'> {
  if (argument.parentId !== null || !isPublicArgument(proposal, argument, null)) return notFound;
  if (wish === 'liked' && argument.authorId === residentId) return refuse('own-argument');
  return isOpen(proposal) ? accept(true) : refuse('proposal-not-open');
}

/** How long a text may be in characters, and what it is refused with. */
export function textBounds(argument: { readonly parentId: string | null }): {
  readonly range: LengthRange;
  readonly refusal: 'argument-length' | 'reply-length';
} {
  return argument.parentId === null
    ? { range: TEXT_LENGTHS.argument, refusal: 'argument-length' }
    : { range: TEXT_LENGTHS.reply, refusal: 'reply-length' };
}
