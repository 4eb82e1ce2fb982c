import type { CasePage } from '@buurtstem/contract';
import { OVERDUE_DAYS, TARGET_DAYS } from '@buurtstem/discussion-domain';
import { capital, days, spelled, whole } from '@buurtstem/ui';
import { ageWords } from './case-words';

const DAY_MS = 24 * 3600 * 1000;

/** "7 meldingen wachten", "Er wacht niets" */
export function queueHeading(open: number): string {
  if (open === 0) return $localize`Er wacht niets`;
  return open === 1 ? $localize`1 melding wacht` : $localize`${whole(open)}:open: meldingen wachten`;
}

export interface Oldest {
  /** What the moderators should know first. */
  readonly sentence: string;
  /** "Oudste: 4 dagen" */
  readonly badge: string;
  readonly isLate: boolean;
}

/** How the queue stands against its target; null where nothing waits. */
export function oldestWords({ overdue, oldestOpenedAt }: CasePage, now: Date): Oldest | null {
  if (oldestOpenedAt === null) return null;
  const ageDays = Math.max(0, Math.floor((now.getTime() - Date.parse(oldestOpenedAt)) / DAY_MS));
  const isLate = overdue > 0 || ageDays >= TARGET_DAYS;
  return {
    sentence: sentenceOf(overdue, isLate),
    badge: $localize`Oudste: ${ageWords({ ageDays, openedAt: oldestOpenedAt }, now)}:ageWords:`,
    isLate,
  };
}

function sentenceOf(overdue: number, isLate: boolean): string {
  if (overdue > 0)
    return $localize`${capital(spelled(overdue))}:overdue: ${overdue === 1 ? $localize`wacht` : $localize`wachten`}:words: langer dan ${days(OVERDUE_DAYS)}:days:.`;
  return isLate
    ? $localize`Het doel is ${days(TARGET_DAYS)}:days:. De oudste wacht langer.`
    : $localize`Alles wacht korter dan ${days(TARGET_DAYS)}:days:. Dat is het doel.`;
}
