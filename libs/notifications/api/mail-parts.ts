import { paragraph, type MailBlock } from './mail-text';

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

export function closing(district: { readonly name: string }): MailBlock {
  return paragraph(`Buurtstem ${district.name}`);
}

export function dateAndTime(iso: string): string {
  const date = new Date(iso);
  return `${WHEN.format(date)} om ${TIME.format(date).replace(':', '.')}`;
}

/** What a moderator wrote, as a piece of its own; nothing where they wrote nothing. */
export function wordsOfModerator(message: string): MailBlock[] {
  return message === '' ? [] : [paragraph('De moderator schrijft:'), paragraph(message)];
}
