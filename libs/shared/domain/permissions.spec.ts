import { isForStaff, isPermitted, PERMISSIONS, ROLES, type Permission, type RoleInDistrict } from './index';

const clerkOfWest: RoleInDistrict[] = [{ district: 'west', role: 'clerk' }];

describe('a permission', () => {
  it.each<[Permission, RoleInDistrict[], string | null, boolean]>([
    ['vote', [], 'west', true],
    ['edit-account', [], null, true],
    ['plan-meeting', clerkOfWest, 'west', true],
    ['plan-meeting', clerkOfWest, 'oost', false],
    ['plan-meeting', clerkOfWest, null, false],
    ['plan-meeting', [], 'west', false],
    ['moderate', clerkOfWest, 'west', false],
    ['manage-staff', [{ district: 'west', role: 'administrator' }], 'west', true],
  ])('%s with %j in %s → %s', (permission, roles, district, expected) => {
    expect(isPermitted(permission, roles, district)).toBe(expected);
  });

  it('names only roles that exist, and at least one each', () => {
    for (const roles of Object.values<readonly string[]>(PERMISSIONS)) {
      expect(roles.length).toBeGreaterThan(0);
      expect(
        roles.filter((role) => role !== 'resident' && !(ROLES as readonly string[]).includes(role)),
      ).toEqual([]);
    }
  });
});

describe('what takes a second factor and leaves a line in the audit log', () => {
  it.each([
    ['vote', false],
    ['edit-account', false],
    ['manage-staff', true],
    ['examine-votes', true],
  ] as const)('%s → %s', (permission, isStaffs) => {
    expect(isForStaff(permission)).toBe(isStaffs);
  });
});
