import { statementRole } from './index';

describe('a statement', () => {
  const inWest = (...roles: ('moderator' | 'committee-member' | 'clerk')[]) =>
    roles.map((role) => ({ district: 'west', role }));

  it.each([
    ['of a moderator', inWest('moderator'), 'west', 'moderator'],
    ['of a committee member', inWest('committee-member'), 'west', 'committee-member'],
    [
      'of who is both is the committee’s',
      inWest('moderator', 'committee-member'),
      'west',
      'committee-member',
    ],
  ])('%s', (_, roles, district, role) => {
    expect(statementRole(roles, district)).toEqual({ ok: true, value: role });
  });

  it.each([
    ['without a role', [], 'west'],
    ['with another role', inWest('clerk'), 'west'],
    ['with the role in another district', inWest('moderator', 'committee-member'), 'oost'],
  ])('is nobody’s %s', (_, roles, district) => {
    expect(statementRole(roles, district)).toEqual({ ok: false, refusal: 'not-allowed' });
  });
});
