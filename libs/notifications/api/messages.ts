import type { Belonging, Language, Message } from '@buurtstem/notifications-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { WORDS } from './mails';
import type { MailText } from './mails/mail-text';
import type { PlanMail } from './mails/mail-words';

/** A message as one recipient gets it. */
export type ToldMessage = Message & { readonly topic: Belonging };

/** The mail for a message from the outbox, in the recipient's language. */
export function newsMail(message: ToldMessage, publicUrl: string, language: Language): MailText {
  const site = `${publicUrl}/${message.news.district.slug}`;
  return { ...wordsFor(message, site, language), language };
}

/** What a digest says of a message, under the name of its plan; null where the message is never part of one. */
export function gistOf(message: ToldMessage, language: Language): string | null {
  const mail = wordsFor(message, '', language);
  return 'gist' in mail ? mail.gist : null;
}

function wordsFor(message: ToldMessage, site: string, language: Language): MailText | PlanMail {
  const words = WORDS[language];
  switch (message.kind) {
    case 'plan-won':
    case 'voted-plan-won':
    case 'item-queued':
      return words.winner(message.kind, message.news, site);
    case 'text-hidden':
    case 'text-redacted':
    case 'text-restored':
    case 'appeal-rejected':
    case 'report-decided':
      return words.moderation(message.kind, message.news, site);
    case 'merge-asked':
    case 'plan-merged':
      return words.merge(message.kind, message.news, site);
    case 'meeting-invitation':
      return words.invitation(message.news, site);
    case 'meeting-reminder-week':
      return words.reminder('week', message.news, site);
    case 'meeting-reminder-day':
      return words.reminder('day', message.news, site);
    case 'meeting-planned':
      return words.planned(message.news, message.topic, site);
    case 'meeting-moved':
      return words.moved(message.news, site);
    case 'context-note-asked':
      return words.contextNoteAsked(message.news, site);
    case 'invitation-unanswered':
      return words.invitationUnanswered(message.news, site);
    case 'outcome-overdue':
      return words.outcomeOverdue(message.news, site);
    case 'papers-digest':
      return words.papers(message.news, site);
    case 'outcome-published':
      return words.outcome(message.news, message.topic, site);
    case 'progress-published':
      return words.progress(message.news, message.topic, site);
    case 'count-corrected':
      return words.corrected(message.news, message.topic, site);
    default:
      return unreachable(message);
  }
}
