import type { ClerkTask } from '@buurtstem/contract';
import { capital, days, daysUntil, dayInFull, spelled, timeOfDay } from '@buurtstem/ui';

/** A task as the clerk reads it, with where it is done. */
export interface ShownTask {
  readonly heading: string;
  readonly explanation: string;
  readonly button: string;
  /** Below the district's address. */
  readonly link: readonly (string | number)[];
  /** The id of the place on the page that it leads to. */
  readonly fragment?: string;
}

const DESK = 'griffie';

/** What there is to do, in words; every task leads to the place where it is done. */
export function taskWords(task: ClerkTask): ShownTask {
  const { meeting, item, title } = task;
  const toMeeting = meeting ? [DESK, 'vergaderingen', meeting.id] : [DESK, 'vergaderingen'];
  const ofMeeting = meeting
    ? $localize`vergadering van ${dayInFull(meeting.startsAt)}:startsAt:`
    : $localize`vergadering`;
  const toItem = { fragment: item ? `plan-${item}` : undefined };
  switch (task.kind) {
    case 'plan-meeting':
      return {
        heading: $localize`Plan een vergadering`,
        explanation: title
          ? $localize`${title}:title: wacht op een vergadering.`
          : $localize`Een winnaar wacht, en geen agenda is nog open.`,
        button: $localize`Plan vergadering`,
        link: [DESK, 'vergaderingen'],
        fragment: 'nieuw',
      };
    case 'context-note-missing':
      return {
        heading: $localize`De uitleg van de ambtenaar mist`,
        explanation: $localize`${title}:title:. De uitleg moet er zijn vóór de ${ofMeeting}:ofMeeting:.`,
        button: $localize`Bekijk de uitleg`,
        link: ['ambtenaar'],
        ...toItem,
      };
    case 'invitation-unanswered':
      return {
        heading: $localize`De indiener gaf nog geen antwoord`,
        explanation: $localize`${title}:title:. Bel of mail voor de ${ofMeeting}:ofMeeting:.`,
        button: $localize`Wie komt er?`,
        link: toMeeting,
        fragment: 'wie-komt',
      };
    case 'agenda-not-published':
      return {
        heading: $localize`Publiceer de agenda van ${meeting ? dayInFull(meeting.startsAt) : $localize`de vergadering`}:words:`,
        explanation: $localize`Bewoners zien nu alleen hun eigen plannen.`,
        button: $localize`Naar de agenda`,
        link: toMeeting,
        fragment: 'agenda',
      };
    case 'agenda-changed':
      return {
        heading: $localize`Publiceer de nieuwe agenda van ${meeting ? dayInFull(meeting.startsAt) : $localize`de vergadering`}:words:`,
        explanation: $localize`Er veranderde iets sinds de vorige versie.`,
        button: $localize`Naar de agenda`,
        link: toMeeting,
        fragment: 'agenda',
      };
    case 'hold-meeting':
      return {
        heading: $localize`Sluit de ${ofMeeting}:ofMeeting: af`,
        explanation: $localize`Zeg wie er was. Daarna kunt u de besluiten invullen.`,
        button: $localize`Sluit af`,
        link: toMeeting,
        fragment: 'afsluiten',
      };
    case 'outcome-missing':
      return {
        heading: $localize`Besluit invullen: ${title}:title:`,
        explanation: task.isLate
          ? $localize`Bewoners zien dat dit te laat is.`
          : $localize`Bewoners wachten op het besluit.`,
        button: $localize`Vul besluit in`,
        link: [DESK, 'besluiten'],
        ...toItem,
      };
    case 'progress-missing':
      return {
        heading: $localize`Vertel hoe het gaat: ${title}:title:`,
        explanation: $localize`Bewoners hoorden al lang niets over dit plan.`,
        button: $localize`Schrijf een bericht`,
        link: [DESK, 'besluiten'],
        ...toItem,
      };
    case 'meeting':
      return {
        heading: $localize`Vergadering om ${timeOfDay(task.dueAt)}:dueAt:`,
        explanation: meeting?.place ?? '',
        button: $localize`Open vergadering`,
        link: toMeeting,
      };
    case 'count-date':
      return {
        heading: $localize`Telling om ${timeOfDay(task.dueAt)}:dueAt:`,
        explanation: meeting
          ? $localize`Gaat vanzelf. De winnaar komt op de agenda van ${dayInFull(meeting.startsAt)}:startsAt:.`
          : $localize`Gaat vanzelf. De winnaar komt op de eerste agenda die dan nog open is.`,
        button: $localize`Bekijk de stand`,
        link: ['plannen'],
      };
  }
}

/** "6 dagen te laat"; on the day itself "Te laat". */
export function lateWords({ dueAt }: ClerkTask, now: Date): string {
  const late = -daysUntil(dueAt, now);
  return late > 0 ? $localize`${days(late)}:late: te laat` : $localize`Te laat`;
}

/** "Zondag 29 november. Eén taak is te laat, drie zijn voor deze week." */
export function tasksIntro(tasks: readonly ClerkTask[], now: Date): string {
  const late = tasks.filter(({ isLate }) => isLate).length;
  const week = tasks.filter(({ isLate, dueAt }) => !isLate && daysUntil(dueAt, now) < 7).length;
  const today = `${capital(dayInFull(now))}.`;
  if (tasks.length === 0) return $localize`${today}:today: U hebt nu niets te doen.`;
  if (late === 0 && week === 0) return $localize`${today}:today: Deze week hoeft u niets te doen.`;
  const lateText =
    late > 0
      ? late === 1
        ? $localize`${capital(spelled(late))}:number: taak is te laat`
        : $localize`${capital(spelled(late))}:number: taken zijn te laat`
      : '';
  const weekText = late > 0 ? alsoThisWeek(week) : thisWeek(week);
  if (late === 0) return `${today} ${capital(weekText)}.`;
  return week === 0 ? `${today} ${lateText}.` : `${today} ${lateText}, ${weekText}.`;
}

function thisWeek(tasks: number): string {
  return tasks === 1
    ? $localize`${spelled(tasks)}:number: taak is voor deze week`
    : $localize`${spelled(tasks)}:number: taken zijn voor deze week`;
}

/** The same after the tasks that are late. */
function alsoThisWeek(tasks: number): string {
  return tasks === 1
    ? $localize`${spelled(tasks)}:number: is voor deze week`
    : $localize`${spelled(tasks)}:number: zijn voor deze week`;
}

/** For the bar: what is late or due this week. */
export function pressing(tasks: readonly ClerkTask[], now: Date): number {
  return tasks.filter(({ kind, isLate, dueAt }) => {
    const comesByItself = kind === 'meeting' || kind === 'count-date';
    return isLate || (!comesByItself && daysUntil(dueAt, now) < 7);
  }).length;
}
