/** What a person may be in one district; everybody who is signed in is a resident besides. */
export const ROLES = [
  'moderator',
  'clerk',
  'official',
  'committee-member',
  'editor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A role counts in the district whose slug stands beside it, and nowhere else. */
export interface RoleInDistrict {
  readonly district: string;
  readonly role: Role;
}

const ANY_RESIDENT = 'resident';

/** Who may do what: the one table. `resident` means everybody who is signed in. */
export const PERMISSIONS = {
  'edit-account': [ANY_RESIDENT],
  'submit-proposal': [ANY_RESIDENT],
  'edit-own-proposal': [ANY_RESIDENT],
  vote: [ANY_RESIDENT],
  'post-argument': [ANY_RESIDENT],
  'like-argument': [ANY_RESIDENT],
  'appeal-decision': [ANY_RESIDENT],
  'answer-merge-request': [ANY_RESIDENT],
  'plan-meeting': ['clerk', 'administrator'],
  'manage-agenda': ['clerk'],
  'record-outcome': ['clerk'],
  'report-progress': ['clerk', 'official'],
  'write-context-note': ['official', 'clerk'],
  'read-papers': ['committee-member', 'moderator', 'clerk', 'official'],
  'answer-invitation': [ANY_RESIDENT],
  moderate: ['moderator'],
  'publish-statement': ['moderator', 'committee-member'],
  'prove-identity': [ANY_RESIDENT],
  'manage-staff': ['administrator'],
  'read-audit-log': ['administrator'],
  'import-addresses': ['administrator'],
  'issue-letter-codes': ['clerk', 'administrator'],
  'examine-votes': ['clerk', 'administrator'],
  'enter-paper-votes': ['clerk'],
  'write-pages': ['editor', 'administrator'],
} as const satisfies Record<string, readonly (Role | typeof ANY_RESIDENT)[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether only staff may do this: then it takes a second factor, and leaves a line in the audit log. */
export function isForStaff(permission: Permission): boolean {
  return !(PERMISSIONS[permission] as readonly string[]).includes(ANY_RESIDENT);
}

/**
 * Whether somebody who is signed in, with these roles, may do this in the district. Without a district only
 * what every resident may do is allowed: a role never counts outside its own district.
 */
export function isPermitted(
  permission: Permission,
  roles: readonly RoleInDistrict[],
  district: string | null,
): boolean {
  const allowed: readonly string[] = PERMISSIONS[permission];
  if (allowed.includes(ANY_RESIDENT)) return true;
  return roles.some((held) => held.district === district && allowed.includes(held.role));
}
