export { EMAIL_MAX_LENGTH, parseEmail, type EmailAddress } from './email';
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
