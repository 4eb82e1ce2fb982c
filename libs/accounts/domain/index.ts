export { domainsOf, EMAIL_MAX_LENGTH, parseEmail, type EmailAddress } from './email';
export {
  confirmSignIn,
  SIGN_IN_ATTEMPTS,
  SIGN_IN_CODE_DIGITS,
  SIGN_IN_MINUTES,
  signInExpiry,
  type Evidence,
  type SignInRefusal,
  type SignInRequestState,
} from './sign-in';
export { DISPLAY_NAME_LENGTH, parseDisplayName } from './display-name';
export { agentLabel } from './agent-label';
export {
  FACTOR_LABEL_LENGTH,
  isFreshStep,
  parseFactorLabel,
  SECOND_FACTOR_KINDS,
  TOTP_DRIFT,
  TOTP_PERIOD,
  totpStep,
  type SecondFactorKind,
} from './second-factor';
export { INVITATION_DAYS, invitationExpiry } from './staff-invitation';
export { daysBefore, monthsBefore, RETENTION_DAYS } from './retention';
export { HOUSE_NUMBER, homeOf, parseHouseNumber, parsePostcode, POSTCODE_MAX_INPUT } from './postcode';
export {
  readAddressTable,
  type AddressTableEntry,
  type AddressTableMistake,
  type AddressTableRow,
} from './address-table';
export {
  judgeLetterCode,
  LETTER_BATCH_LABEL,
  LETTER_BATCH_SIZE,
  LETTER_CODE_BYTES,
  LETTER_CODE_DAYS,
  LETTER_CODE_MAX_INPUT,
  letterCodeExpiry,
  readLetterCode,
  writeLetterCode,
  type LetterCodeRefusal,
  type LetterCodeState,
} from './letter-code';
export {
  methodsTo,
  PROOF_METHODS,
  RESIDENT_METHODS,
  RETURN_PATH,
  RETURN_PATH_MAX_LENGTH,
  type Means,
  type ProofMethod,
  type ResidentMethod,
} from './identity';
