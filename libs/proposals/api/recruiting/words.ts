import type { SharedPlan } from './read-shared-plan';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const ZONE = 'Europe/Amsterdam';
const NO_BREAK = '\u00a0';
const DAY_MS = 86_400_000;
const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

/** What a plan says of how it stands, in few words, wherever it is shown outside its own page. */
export interface PlanWords {
  readonly votes: { readonly number: string; readonly noun: string };
  readonly threshold: string;
  /** What is left until the count: large, and the line under it. */
  readonly left: { readonly big: string; readonly small: string };
  readonly act: string;
  readonly isEnough: boolean;
}

export function wordsOf(plan: SharedPlan, language: Language): PlanWords {
  const { votesFor, threshold } = plan;
  const [number, needed] = [whole(votesFor, language), whole(threshold - votesFor, language)];
  const isEnough = votesFor >= threshold;
  const goal = whole(threshold, language);
  const isOne = votesFor === 1;
  if (language === 'en')
    return {
      votes: { number, noun: isOne ? 'vote for' : 'votes for' },
      threshold: isEnough ? 'Enough votes' : `${needed} more needed to reach ${goal}.`,
      left: leftInEnglish(plan),
      act: plan.isOpen ? 'Vote on this plan' : 'Read about this plan',
      isEnough,
    };
  return {
    votes: { number, noun: isOne ? 'stem voor' : 'stemmen voor' },
    threshold: isEnough ? 'Genoeg stemmen' : `Nog ${needed}${NO_BREAK}nodig om de ${goal} te halen.`,
    left: leftInDutch(plan),
    act: plan.isOpen ? 'Stem op dit plan' : 'Lees dit plan',
    isEnough,
  };
}

function leftInDutch({ isOpen, closesAt, now }: SharedPlan): PlanWords['left'] {
  if (!isOpen) return { big: 'Gesloten', small: 'stemmen kan niet meer' };
  if (!closesAt) return { big: 'Even pauze', small: 'er loopt geen ronde' };
  if (closesAt <= now) return { big: 'We tellen', small: 'de uitslag komt zo' };
  const days = daysUntil(closesAt, now);
  if (days === 0) return { big: 'Vandaag', small: `om ${timeOf(closesAt, 'nl')} tellen we` };
  return { big: `Nog ${days}${NO_BREAK}${days === 1 ? 'dag' : 'dagen'}`, small: 'om te stemmen' };
}

function leftInEnglish({ isOpen, closesAt, now }: SharedPlan): PlanWords['left'] {
  if (!isOpen) return { big: 'Closed', small: 'voting has ended' };
  if (!closesAt) return { big: 'A pause', small: 'no round is open' };
  if (closesAt <= now) return { big: 'Counting', small: 'the result comes soon' };
  const days = daysUntil(closesAt, now);
  if (days === 0) return { big: 'Today', small: `we count at ${timeOf(closesAt, 'en')}` };
  return { big: `${days}${NO_BREAK}${days === 1 ? 'day' : 'days'} left`, small: 'to vote' };
}

/** "dinsdag 8 december", "Tuesday 8 December" */
export function dayOf(moment: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part['weekday']} ${part['day']}${NO_BREAK}${part['month']}`;
}

/** "16.00 uur", "16:00" */
export function timeOf(moment: Date, language: Language): string {
  const format = new Intl.DateTimeFormat('nl-NL', {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const hour = Number(part['hour']);
  return language === 'nl' ? `${hour}.${part['minute']}${NO_BREAK}uur` : `${hour}:${part['minute']}`;
}

export function whole(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(count);
}

/** Midnights in Amsterdam between the two: 0 is today, also when the clock changes in between. */
function daysUntil(moment: Date, now: Date): number {
  const midnight = (value: Date) => Date.parse(`${CALENDAR.format(value)}T00:00:00Z`);
  return Math.round((midnight(moment) - midnight(now)) / DAY_MS);
}
