import { accept, refuse, type Result, type RoleInDistrict } from '@buurtstem/shared-domain';

/** In what role somebody speaks on a proposal. */
export const STATEMENT_ROLES = ['moderator', 'committee-member'] as const;
export type StatementRole = (typeof STATEMENT_ROLES)[number];

/** The role of who speaks, as they hold it in the district; who holds both speaks for the committee. */
export function statementRole(
  roles: readonly RoleInDistrict[],
  district: string,
): Result<StatementRole, 'not-allowed'> {
  const holds = (wanted: StatementRole): boolean =>
    roles.some((held) => held.role === wanted && held.district === district);
  if (holds('committee-member')) return accept('committee-member');
  return holds('moderator') ? accept('moderator') : refuse('not-allowed');
}
