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
  const ofMeeting = meeting ? `vergadering van ${dayInFull(meeting.startsAt)}` : 'vergadering';
  const toItem = { fragment: item ? `plan-${item}` : undefined };
  switch (task.kind) {
    case 'plan-meeting':
      return {
        heading: 'Plan een vergadering',
        explanation: title
          ? `${title} wacht op een vergadering.`
          : 'Een winnaar wacht, en geen agenda is nog open.',
        button: 'Plan vergadering',
        link: [DESK, 'vergaderingen'],
        fragment: 'nieuw',
      };
    case 'context-note-missing':
      return {
        heading: 'De uitleg van de ambtenaar mist',
        explanation: `${title}. De uitleg moet er zijn vóór de ${ofMeeting}.`,
        button: 'Bekijk de uitleg',
        link: ['ambtenaar'],
        ...toItem,
      };
    case 'invitation-unanswered':
      return {
        heading: 'De indiener gaf nog geen antwoord',
        explanation: `${title}. Bel of mail voor de ${ofMeeting}.`,
        button: 'Wie komt er?',
        link: toMeeting,
        fragment: 'wie-komt',
      };
    case 'agenda-not-published':
      return {
        heading: `Publiceer de agenda van ${meeting ? dayInFull(meeting.startsAt) : 'de vergadering'}`,
        explanation: 'Bewoners zien nu alleen hun eigen plannen.',
        button: 'Naar de agenda',
        link: toMeeting,
        fragment: 'agenda',
      };
    case 'agenda-changed':
      return {
        heading: `Publiceer de nieuwe agenda van ${meeting ? dayInFull(meeting.startsAt) : 'de vergadering'}`,
        explanation: 'Er veranderde iets sinds de vorige versie.',
        button: 'Naar de agenda',
        link: toMeeting,
        fragment: 'agenda',
      };
    case 'hold-meeting':
      return {
        heading: `Sluit de ${ofMeeting} af`,
        explanation: 'Zeg wie er was. Daarna kunt u de besluiten invullen.',
        button: 'Sluit af',
        link: toMeeting,
        fragment: 'afsluiten',
      };
    case 'outcome-missing':
      return {
        heading: `Besluit invullen: ${title}`,
        explanation: task.isLate ? 'Bewoners zien dat dit te laat is.' : 'Bewoners wachten op het besluit.',
        button: 'Vul besluit in',
        link: [DESK, 'besluiten'],
        ...toItem,
      };
    case 'progress-missing':
      return {
        heading: `Vertel hoe het gaat: ${title}`,
        explanation: 'Bewoners hoorden al lang niets over dit plan.',
        button: 'Schrijf een bericht',
        link: [DESK, 'besluiten'],
        ...toItem,
      };
    case 'meeting':
      return {
        heading: `Vergadering om ${timeOfDay(task.dueAt)}`,
        explanation: meeting?.place ?? '',
        button: 'Open vergadering',
        link: toMeeting,
      };
    case 'count-date':
      return {
        heading: `Telling om ${timeOfDay(task.dueAt)}`,
        explanation: meeting
          ? `Gaat vanzelf. De winnaar komt op de agenda van ${dayInFull(meeting.startsAt)}.`
          : 'Gaat vanzelf. De winnaar komt op de eerste agenda die dan nog open is.',
        button: 'Bekijk de stand',
        link: ['plannen'],
      };
  }
}

/** "6 dagen te laat"; on the day itself "Te laat". */
export function lateWords({ dueAt }: ClerkTask, now: Date): string {
  const late = -daysUntil(dueAt, now);
  return late > 0 ? `${days(late)} te laat` : 'Te laat';
}

/** "Zondag 29 november. Eén taak is te laat, drie zijn voor deze week." */
export function tasksIntro(tasks: readonly ClerkTask[], now: Date): string {
  const late = tasks.filter(({ isLate }) => isLate).length;
  const week = tasks.filter(({ isLate, dueAt }) => !isLate && daysUntil(dueAt, now) < 7).length;
  const today = `${capital(dayInFull(now))}.`;
  if (tasks.length === 0) return `${today} U hebt nu niets te doen.`;
  if (late === 0 && week === 0) return `${today} Deze week hoeft u niets te doen.`;
  const lateText =
    late > 0 ? `${capital(spelled(late))} ${late === 1 ? 'taak is' : 'taken zijn'} te laat` : '';
  const weekText = `${spelled(week)} ${late > 0 ? '' : week === 1 ? 'taak ' : 'taken '}${week === 1 ? 'is' : 'zijn'} voor deze week`;
  if (late === 0) return `${today} ${capital(weekText)}.`;
  return week === 0 ? `${today} ${lateText}.` : `${today} ${lateText}, ${weekText}.`;
}

/** For the bar: what is late or due this week. */
export function pressing(tasks: readonly ClerkTask[], now: Date): number {
  return tasks.filter(({ kind, isLate, dueAt }) => {
    const comesByItself = kind === 'meeting' || kind === 'count-date';
    return isLate || (!comesByItself && daysUntil(dueAt, now) < 7);
  }).length;
}
