import { isPublic } from '@buurtstem/proposals-domain';

/**
 * Whether anyone may read an argument or reply: the same as the database's view `public_argument`. Under a hidden
 * argument its replies are out of sight too.
 */
export function isPublicArgument(
  proposal: { readonly publishedAt: Date | null; readonly hidden: boolean },
  argument: { readonly hidden: boolean },
  parent: { readonly hidden: boolean } | null,
): boolean {
  return isPublic(proposal) && !argument.hidden && !(parent?.hidden ?? false);
}
