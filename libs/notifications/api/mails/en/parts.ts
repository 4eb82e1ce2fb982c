import { firstSentences, type Belonging } from '@buurtstem/notifications-domain';
import { paragraph, type MailBlock } from '../mail-text';

const WHEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});
/** Of what was published, a mail shows this many characters; the page has the rest. */
const QUOTED = 400;

export const greeting: MailBlock = paragraph('Hello,');

export function closing(district: { readonly name: string }): MailBlock {
  return paragraph(`Buurtstem ${district.name}`);
}

export function dateOnly(iso: string): string {
  return WHEN.format(new Date(iso)).replace(',', '');
}

export function dateAndTime(iso: string): string {
  return `${dateOnly(iso)} at ${TIME.format(new Date(iso))}`;
}

export function whenAndWhere(meeting: { readonly startsAt: string; readonly place: string }): string {
  return `The meeting is on ${dateAndTime(meeting.startsAt)}. The place is: ${meeting.place}.`;
}

export function whomToAsk({ contact }: { readonly contact: string }): MailBlock[] {
  return contact === '' ? [] : [paragraph(`Do you have a question? Please contact: ${contact}.`)];
}

/** What a moderator wrote, as a piece of its own; nothing where they wrote nothing. */
export function wordsOfModerator(message: string): MailBlock[] {
  return message === '' ? [] : [paragraph('The moderator writes:'), paragraph(message)];
}

export function theReason(reason: string): MailBlock[] {
  return reason === '' ? [] : [paragraph('This is the reason:'), paragraph(reason)];
}

/** The beginning of a published text. */
export function quoted(text: string): MailBlock[] {
  const { text: start, isCut } = firstSentences(text, QUOTED);
  return [paragraph(start), ...(isCut ? [paragraph('The rest is on the site.')] : [])];
}

/** What the recipient has to do with the plan, as the first sentence of a mail. */
export function yourPart(title: string, belonging: Belonging): string {
  switch (belonging) {
    case 'own-plan':
      return `This is about your plan ‘${title}’.`;
    case 'voted-plan':
      return `You voted on the plan ‘${title}’.`;
    case 'discussed-plan':
      return `You wrote something about the plan ‘${title}’.`;
    case 'essential':
      return `This is about the plan ‘${title}’.`;
  }
}
