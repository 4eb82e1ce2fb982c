import type { ReasonCode } from '@buurtstem/discussion-domain';

interface ReasonWords {
  /** As an answer to "Wat is er mis?", and as the reason of a decision: "Reclame". */
  readonly name: string;
  /** What falls under it, for who has to choose. */
  readonly hint: string;
}

const REASON_WORDS: Readonly<Record<ReasonCode, ReasonWords>> = {
  duplicate: {
    name: $localize`Staat er al (dubbel)`,
    hint: $localize`Hetzelfde staat al ergens anders op deze site.`,
  },
  irrelevant: { name: $localize`Gaat niet over het plan`, hint: $localize`Het gaat over iets anders.` },
  'not-for-the-district': {
    name: $localize`Niet voor dit stadsdeel`,
    hint: $localize`Het stadsdeel gaat hier niet over, of het is ergens anders.`,
  },
  'personal-data': {
    name: $localize`Persoonlijke gegevens`,
    hint: $localize`Bijvoorbeeld een telefoonnummer, een adres of een kenteken van iemand.`,
  },
  'insult-or-discrimination': {
    name: $localize`Beledigt of discrimineert`,
    hint: $localize`Het kwetst iemand of een groep mensen.`,
  },
  advertising: { name: $localize`Reclame`, hint: $localize`Iemand wil iets verkopen.` },
  'false-name': { name: $localize`Valse naam`, hint: $localize`Iemand doet alsof hij iemand anders is.` },
  unlawful: {
    name: $localize`Mag niet van de wet`,
    hint: $localize`Bijvoorbeeld een bedreiging of oproep tot geweld.`,
  },
};

export function reasonName(reason: ReasonCode): string {
  return REASON_WORDS[reason].name;
}

export function reasonHint(reason: ReasonCode): string {
  return REASON_WORDS[reason].hint;
}
