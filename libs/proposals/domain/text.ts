import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { accept, fits, refuse, type LengthRange, type Result } from '@buurtstem/shared-domain';
import { isOpen, type ProposalState } from './lifecycle';

/** A plan asks the district to do something, an idea asks it to think along, a statement asks for an opinion. */
export const PROPOSAL_KINDS = ['plan', 'idea', 'statement'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export interface ProposalText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

export type TextRefusal = 'title-length' | 'summary-length' | 'body-length';

/** Names every text that is too short or too long, so that the submitter mends them all at once. */
export function textRefusals(text: ProposalText): TextRefusal[] {
  const refusals: TextRefusal[] = [];
  if (!fits(text.title, TEXT_LENGTHS.title)) refusals.push('title-length');
  if (!fits(text.summary, TEXT_LENGTHS.summary)) refusals.push('summary-length');
  if (!fits(text.body, TEXT_LENGTHS.body)) refusals.push('body-length');
  return refusals;
}

/**
 * The same for a draft, which nobody else sees: it may be unfinished, so that it can be kept while it is being written. It has
 * its title from the start, since that is how its writer finds it again.
 */
export function draftRefusals({ title, summary, body }: ProposalText): TextRefusal[] {
  const isShortEnough = (text: string, { max }: LengthRange): boolean => fits(text, { min: 0, max });
  const refusals: TextRefusal[] = [];
  if (!fits(title, TEXT_LENGTHS.title)) refusals.push('title-length');
  if (!isShortEnough(summary, TEXT_LENGTHS.summary)) refusals.push('summary-length');
  if (!isShortEnough(body, TEXT_LENGTHS.body)) refusals.push('body-length');
  return refusals;
}

export interface EditedProposal {
  readonly submitterId: string;
  readonly state: ProposalState;
  readonly hidden: boolean;
}

/**
 * Whether the submitter may still change the text. After the first vote or argument it is locked: what people
 * supported must not change under them (Stem van West); dated notes remain possible.
 */
export function mayEdit(
  proposal: EditedProposal,
  editorId: string,
  voicesHeard: boolean,
): Result<true, 'not-the-submitter' | 'proposal-not-open' | 'text-locked'> {
  if (proposal.submitterId !== editorId) return refuse('not-the-submitter');
  if (proposal.state === 'draft') return accept(true);
  if (!isOpen(proposal)) return refuse('proposal-not-open');
  return voicesHeard ? refuse('text-locked') : accept(true);
}

/** Whether the submitter may add a dated note: as long as the proposal is public. */
export function mayAddNote(
  proposal: EditedProposal,
  editorId: string,
): Result<true, 'not-the-submitter' | 'proposal-not-open'> {
  if (proposal.submitterId !== editorId) return refuse('not-the-submitter');
  return isOpen(proposal) ? accept(true) : refuse('proposal-not-open');
}
