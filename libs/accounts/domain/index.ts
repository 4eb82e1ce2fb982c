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
