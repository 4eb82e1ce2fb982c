import { firstSentences, type Belonging } from '@buurtstem/notifications-domain';
import { paragraph, type MailBlock } from '../mail-text';

const WHEN = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});
/** Of what was published, a mail shows this many characters; the page has the rest. */
const QUOTED = 400;

export const greeting: MailBlock = paragraph('Hallo,');

export function closing(district: { readonly name: string }): MailBlock {
  return paragraph(`Buurtstem ${district.name}`);
}

export function dateOnly(iso: string): string {
  return WHEN.format(new Date(iso));
}

export function dateAndTime(iso: string): string {
  return `${dateOnly(iso)} om ${TIME.format(new Date(iso)).replace(':', '.')}`;
}

export function whenAndWhere(meeting: { readonly startsAt: string; readonly place: string }): string {
  return `De vergadering is op ${dateAndTime(meeting.startsAt)} uur. De plaats is: ${meeting.place}.`;
}

export function whomToAsk({ contact }: { readonly contact: string }): MailBlock[] {
  return contact === '' ? [] : [paragraph(`Hebt u een vraag? Neem contact op met: ${contact}.`)];
}

/** What a moderator wrote, as a piece of its own; nothing where they wrote nothing. */
export function wordsOfModerator(message: string): MailBlock[] {
  return message === '' ? [] : [paragraph('De moderator schrijft:'), paragraph(message)];
}

export function theReason(reason: string): MailBlock[] {
  return reason === '' ? [] : [paragraph('Dit is de reden:'), paragraph(reason)];
}

/** The beginning of a published text. */
export function quoted(text: string): MailBlock[] {
  const { text: start, isCut } = firstSentences(text, QUOTED);
  return [paragraph(start), ...(isCut ? [paragraph('De rest staat op de site.')] : [])];
}

/** What the recipient has to do with the plan, as the first sentence of a mail. */
export function yourPart(title: string, belonging: Belonging): string {
  switch (belonging) {
    case 'own-plan':
      return `Dit gaat over uw plan ‘${title}’.`;
    case 'voted-plan':
      return `U stemde op het plan ‘${title}’.`;
    case 'discussed-plan':
      return `U schreef bij het plan ‘${title}’.`;
    case 'essential':
      return `Dit gaat over het plan ‘${title}’.`;
  }
}
