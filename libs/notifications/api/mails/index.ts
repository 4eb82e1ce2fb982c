import { DEFAULT_LANGUAGE, type Language } from '@buurtstem/notifications-domain';
import type { Role } from '@buurtstem/shared-domain';
import { EN } from './en';
import type { MailText } from './mail-text';
import type { MailWords } from './mail-words';
import { NL } from './nl';

/** The words of the mails, by language. */
export const WORDS: Readonly<Record<Language, MailWords>> = { nl: NL, en: EN };

const inLanguage = (language: Language, mail: MailText): MailText => ({ ...mail, language });

/** The mail to sign in with. */
export function signInMail(
  codeText: string,
  minutes: number,
  url: string,
  language: Language = DEFAULT_LANGUAGE,
): MailText {
  return inLanguage(language, WORDS[language].signIn(codeText, minutes, url));
}

/** The mail that invites somebody to work for a district. */
export function staffInvitationMail(
  role: Role,
  district: string,
  days: number,
  url: string,
  language: Language = DEFAULT_LANGUAGE,
): MailText {
  return inLanguage(language, WORDS[language].staffInvitation(role, district, days, url));
}

/** Tells that a second factor was added. */
export function secondFactorMail(
  label: string,
  url: string,
  language: Language = DEFAULT_LANGUAGE,
): MailText {
  return inLanguage(language, WORDS[language].secondFactor(label, url));
}
