import type { MailLanguage, MailTopic } from '@buurtstem/contract';

/** The words of the page behind the link in a mail: whoever reads mail in English opens it from there. */
export interface StopMailWords {
  readonly heading: string;
  readonly headingStopped: string;
  readonly lead: string;
  readonly leadStopped: string;
  readonly topics: Readonly<Record<MailTopic, string>>;
  readonly stop: string;
  readonly startAgain: string;
  readonly always: string;
}

export const STOP_MAIL_WORDS: Readonly<Record<MailLanguage, StopMailWords>> = {
  nl: {
    heading: 'Wilt u deze mails stoppen?',
    headingStopped: 'Deze mails zijn gestopt',
    lead: 'U krijgt dan geen mails meer met:',
    leadStopped: 'U krijgt geen mails meer met:',
    topics: {
      'own-plan': 'nieuws over uw eigen plan',
      'voted-plan': 'nieuws over plannen waar u op stemde',
      'discussed-plan': 'nieuws over plannen waar u bij schreef',
    },
    stop: 'Stop deze mails',
    startAgain: 'Toch weer aan',
    always: 'Een uitnodiging of een besluit van een moderator krijgt u altijd.',
  },
  en: {
    heading: 'Do you want to stop these mails?',
    headingStopped: 'These mails have stopped',
    lead: 'You will get no more mails with:',
    leadStopped: 'You get no more mails with:',
    topics: {
      'own-plan': 'news about your own plan',
      'voted-plan': 'news about plans that you voted on',
      'discussed-plan': 'news about plans where you wrote something',
    },
    stop: 'Stop these mails',
    startAgain: 'Start them again',
    always: 'You always get an invitation, or a decision of a moderator.',
  },
};
