export { accept, refuse, unreachable, type Result } from './result';
export { REFUSAL_CODES, Refusal, type FieldError, type RefusalCode } from './refusal';
export { hasHiddenCharacters, withoutHiddenCharacters } from './hidden-characters';
export { PICTURE_LIMITS, PICTURE_TYPES } from './picture-limits';
export { fits, type LengthRange } from './length-range';
export type {
  AgendaItemId,
  DistrictId,
  InvitationId,
  MeetingId,
  MeetingPointId,
  ProposalId,
  ResidentId,
  RoundId,
} from './ids';
export {
  isForStaff,
  isPermitted,
  PERMISSIONS,
  ROLES,
  type Permission,
  type Role,
  type RoleInDistrict,
} from './permissions';
