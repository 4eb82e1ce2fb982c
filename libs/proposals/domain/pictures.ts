import { accept, refuse, type Result } from '@buurtstem/shared-domain';
import { mayEdit, type EditedProposal } from './text';

/** Hidden ones included: a moderator may show one again, and it then has its place. */
export const PICTURES_PER_PROPOSAL = 5;

/** A picture as its rules see it. */
export interface PlacedPicture {
  readonly id: string;
  readonly hidden: boolean;
}

/**
 * Whether the submitter may still add, describe, move or remove pictures: as long as the text may be changed, and for the
 * same reason. What people voted on is the plan with its pictures.
 */
export const mayChangePictures = mayEdit;

/** Whether there is room for one more. */
export function mayAddPicture(
  proposal: EditedProposal,
  editorId: string,
  voicesHeard: boolean,
  pictures: readonly PlacedPicture[],
): Result<true, 'not-the-submitter' | 'proposal-not-open' | 'text-locked' | 'too-many-pictures'> {
  const allowed = mayChangePictures(proposal, editorId, voicesHeard);
  if (!allowed.ok) return allowed;
  return pictures.length < PICTURES_PER_PROPOSAL ? accept(true) : refuse('too-many-pictures');
}

/**
 * The ids in their new order: as wanted, then what a moderator hid, which the submitter does not see. Refused where the
 * wanted ones are not exactly those that are shown: then some were added or removed elsewhere in the meantime.
 */
export function arrange(
  pictures: readonly PlacedPicture[],
  wanted: readonly string[],
): Result<readonly string[], 'version-conflict'> {
  const shown = pictures.filter(({ hidden }) => !hidden).map(({ id }) => id);
  const isSame = wanted.length === shown.length && shown.every((id) => wanted.includes(id));
  if (!isSame) return refuse('version-conflict');
  return accept([...wanted, ...pictures.filter(({ hidden }) => hidden).map(({ id }) => id)]);
}
