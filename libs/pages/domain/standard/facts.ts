import type { AccessibilityClaim } from '../accessibility';

/** What the standard texts are written from: the numbers of the rules themselves, so that text and rule cannot differ. */
export interface SiteFacts {
  /** Null on the pages that stand outside every district. */
  readonly district: { readonly slug: string; readonly name: string; readonly municipality: string } | null;
  readonly claim: AccessibilityClaim;
  /** Months without a sign-in after which an account is erased. */
  readonly inactiveAfterMonths: number;
}

export interface TextInOneLanguage {
  readonly title: string;
  readonly body: string;
}

/** Lines to one text; what is false is left out. */
export function textOf(...lines: readonly (string | false)[]): string {
  return lines.filter((line) => line !== false).join('\n');
}

/** "gemeente Voorbeeldstad", or who it is where no district is chosen. */
export function municipalityOf({ district }: SiteFacts): string {
  return district === null ? 'de gemeente' : `gemeente ${district.municipality}`;
}

export function municipalityInEnglish({ district }: SiteFacts): string {
  return district === null ? 'the municipality' : `the municipality of ${district.municipality}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 dag", "30 dagen" */
export function days(count: number): string {
  return `${count} ${count === 1 ? 'dag' : 'dagen'}`;
}

export function daysInEnglish(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
