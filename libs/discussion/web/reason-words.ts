import type { ReasonCode } from '@buurtstem/discussion-domain';

interface ReasonWords {
  /** As an answer to "Wat is er mis?", and as the reason of a decision: "Reclame". */
  readonly name: string;
  /** What falls under it, for who has to choose. */
  readonly hint: string;
}

const REASON_WORDS: Readonly<Record<ReasonCode, ReasonWords>> = {
  duplicate: { name: 'Staat er al (dubbel)', hint: 'Hetzelfde staat al ergens anders op deze site.' },
  irrelevant: { name: 'Gaat niet over het plan', hint: 'Het gaat over iets anders.' },
  'not-for-the-district': {
    name: 'Niet voor dit stadsdeel',
    hint: 'Het stadsdeel gaat hier niet over, of het is ergens anders.',
  },
  'personal-data': {
    name: 'Persoonlijke gegevens',
    hint: 'Bijvoorbeeld een telefoonnummer, een adres of een kenteken van iemand.',
  },
  'insult-or-discrimination': {
    name: 'Beledigt of discrimineert',
    hint: 'Het kwetst iemand of een groep mensen.',
  },
  advertising: { name: 'Reclame', hint: 'Iemand wil iets verkopen.' },
  'false-name': { name: 'Valse naam', hint: 'Iemand doet alsof hij iemand anders is.' },
  unlawful: { name: 'Mag niet van de wet', hint: 'Bijvoorbeeld een bedreiging of oproep tot geweld.' },
};

export function reasonName(reason: ReasonCode): string {
  return REASON_WORDS[reason].name;
}

export function reasonHint(reason: ReasonCode): string {
  return REASON_WORDS[reason].hint;
}
