import { parseEmail, parseHouseNumber, parsePostcode } from '@buurtstem/accounts-domain';
import type { Choice } from '@buurtstem/contract';
import { counted } from '@buurtstem/ui';
import type { PaperVoteEntry, PaperEntryVerdict, PaperVote } from '@buurtstem/contract';

const FIRST_ROWS = 5;

/** One line of the sheet as it is typed. */
export interface SheetRow {
  name: string;
  postcode: string;
  houseNumber: string;
  email: string;
  choice: Choice | '';
  isAnotherPerson: boolean;
}

export interface Sheet {
  proposal: string;
  sheet: string;
  rows: SheetRow[];
}

export const EMPTY_ROW: SheetRow = {
  name: '',
  postcode: '',
  houseNumber: '',
  email: '',
  choice: '',
  isAnotherPerson: false,
};

export function emptySheet(proposal = ''): Sheet {
  return { proposal, sheet: '', rows: Array.from({ length: FIRST_ROWS }, () => ({ ...EMPTY_ROW })) };
}

/** A row that nobody wrote in counts for nothing, wherever it stands. */
export function isBlank({ name, postcode, houseNumber, email, choice }: SheetRow): boolean {
  return [name, postcode, houseNumber, email, choice].every((text) => text.trim() === '');
}

/** What is wrong with one thing in a row, in words; null when it is right. */
export const ROW_RULES = {
  name: (text: string) => (text.trim().length >= 2 ? null : $localize`Vul de naam in.`),
  postcode: (text: string) =>
    parsePostcode(text).ok ? null : $localize`Vul een postcode in, zoals 1055 AB.`,
  houseNumber: (text: string) =>
    parseHouseNumber(text) !== null ? null : $localize`Vul het huisnummer in, alleen cijfers.`,
  email: (text: string) =>
    text.trim() === '' || parseEmail(text).ok
      ? null
      : $localize`Dit e-mailadres klopt niet. Leeg laten mag ook.`,
  choice: (text: string) => (text === '' ? $localize`Kies voor of tegen.` : null),
} as const;

/** A filled row as the API takes it. */
export function asVote(row: SheetRow): PaperVote {
  const email = row.email.trim();
  return {
    name: row.name.trim(),
    postcode: row.postcode.replace(/\s/g, '').toUpperCase(),
    houseNumber: parseHouseNumber(row.houseNumber) ?? 0,
    ...(email ? { email } : {}),
    choice: row.choice === 'against' ? 'against' : 'for',
  };
}

const VERDICTS: Readonly<Record<PaperEntryVerdict, string>> = {
  new: $localize`Nieuw`,
  'voted-online': $localize`Stemde al online`,
  'voted-on-paper': $localize`Stemde al op papier`,
  'twice-on-sheet': $localize`Staat dubbel op dit blad`,
  doubtful: $localize`Misschien dezelfde persoon`,
  'not-in-district': $localize`Woont niet in dit stadsdeel`,
  entered: $localize`Ingevoerd`,
};

/** What the API found about a row: "Woont niet in West". */
export function verdictWords(verdict: PaperEntryVerdict, district: string): string {
  return verdict === 'not-in-district' ? $localize`Woont niet in ${district}:district:` : VERDICTS[verdict];
}

/** What a verdict means for the vote, for who has to decide about the paper. */
export function verdictMeans(verdict: PaperEntryVerdict): string {
  switch (verdict) {
    case 'new':
      return $localize`Deze stem kunt u invoeren.`;
    case 'entered':
      return $localize`Deze stem telt mee.`;
    case 'doubtful':
      return $localize`Op dit adres stemde al iemand. Is dit iemand anders, kruis dat dan aan.`;
    case 'not-in-district':
      return $localize`Dit adres staat niet in de adreslijst. Kijk of u het goed overnam.`;
    default:
      return $localize`Deze stem slaan wij over.`;
  }
}

/** Whether a row goes in with "Voer in": a doubtful one only when the clerk says that it is somebody else. */
export function goesIn(verdict: PaperEntryVerdict, isAnotherPerson: boolean): boolean {
  return verdict === 'new' || (verdict === 'doubtful' && isAnotherPerson);
}

/** "12 stemmen zijn nieuw. 2 stemmen moet u nog nakijken. 3 stemmen slaan wij over." */
export function checkedWords(lines: readonly PaperVoteEntry[]): string {
  const count = (test: (verdict: PaperEntryVerdict) => boolean) =>
    lines.filter(({ verdict }) => test(verdict)).length;
  const fresh = count((verdict) => verdict === 'new');
  const doubtful = count((verdict) => verdict === 'doubtful');
  const skipped = lines.length - fresh - doubtful;
  return [
    $localize`${counted(fresh, $localize`stem is`, $localize`stemmen zijn`)}:counted: nieuw.`,
    doubtful > 0 &&
      $localize`${counted(doubtful, $localize`stem`, $localize`stemmen`)}:counted: moet u nog nakijken.`,
    skipped > 0 &&
      $localize`${counted(skipped, $localize`stem`, $localize`stemmen`)}:counted: slaan wij over.`,
  ]
    .filter(Boolean)
    .join(' ');
}
