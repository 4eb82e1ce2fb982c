import { APPEAL_DAYS, type ReasonCode } from '@buurtstem/discussion-domain';
import type { MessageTemplate } from '@buurtstem/contract';
import type { Kind } from './case-words';

/** What happened to the text that the message is about. */
export type Happened = 'hide' | 'redact';

/** What the author wrote; `text` where that is not known yet. In Dutch, like the whole message, whoever moderates in English. */
const WRITTEN: Readonly<Record<Kind | 'text', string>> = {
  proposal: 'plan',
  argument: 'argument',
  reply: 'reactie',
  picture: 'foto',
  text: 'tekst',
};

interface Template {
  /** After "want": why. */
  readonly why: string;
  /** What the author can do now, where the text is gone. */
  readonly advice: string;
}

const TEMPLATES: Readonly<Record<ReasonCode, Template>> = {
  duplicate: {
    why: 'hetzelfde staat er al',
    advice: 'U kunt reageren of stemmen op wat er al staat.',
  },
  irrelevant: {
    why: 'het gaat over iets anders',
    advice: 'U mag uw punt opnieuw plaatsen als het over het plan gaat.',
  },
  'not-for-the-district': {
    why: 'het stadsdeel gaat hier niet over',
    advice: 'Misschien kan de gemeente of een andere organisatie u wel helpen.',
  },
  'personal-data': {
    why: 'er staan gegevens van iemand in, zoals een naam of een nummer',
    advice: 'U mag uw punt opnieuw plaatsen zonder namen en nummers.',
  },
  'insult-or-discrimination': {
    why: 'het kwetst een ander',
    advice: 'U mag uw punt opnieuw plaatsen in woorden die niemand kwetsen.',
  },
  advertising: {
    why: 'het is reclame',
    advice: 'Deze site is er voor plannen van bewoners, niet om iets te verkopen.',
  },
  'false-name': {
    why: 'de naam erbij is niet van u',
    advice: 'U mag uw punt opnieuw plaatsen onder uw eigen naam.',
  },
  unlawful: {
    why: 'dit mag niet van de wet',
    advice: 'Plaats het niet opnieuw.',
  },
};

/** The message that stands ready for a reason: the district's own, else this one. */
export function messageFor(
  reason: ReasonCode,
  happened: Happened,
  written: keyof typeof WRITTEN,
  own: readonly MessageTemplate[],
): string {
  return (
    own.find((template) => template.reason === reason)?.text ?? builtInMessage(reason, happened, written)
  );
}

/** What is written to an author where the district wrote nothing of its own. */
export function builtInMessage(
  reason: ReasonCode,
  happened: Happened,
  written: keyof typeof WRITTEN,
): string {
  const { why, advice } = TEMPLATES[reason];
  const what = WRITTEN[written];
  const appeal = `Bent u het er niet mee eens? U kunt binnen ${APPEAL_DAYS} dagen bezwaar maken.`;
  return happened === 'hide'
    ? `Wij hebben uw ${what} verborgen, want ${why}. ${advice} ${appeal}`
    : `Wij hebben iets weggehaald uit uw ${what}, want ${why}. De rest staat er nog. ${appeal}`;
}
