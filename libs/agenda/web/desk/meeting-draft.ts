import type { Meeting, PlanMeeting } from '@buurtstem/contract';
import { cleanText } from '@buurtstem/ui';
import { instantOf, wallClockOf } from './wall-clock';

const DAY_MS = 86_400_000;
/** What is right for most meetings: an evening five weeks ahead, with an agenda that closes on the Friday a fortnight before. */
const FIRST = { daysAhead: 35, time: '19:30', deadlineDays: 11, deadlineTime: '12:00' } as const;

/** A meeting as it is typed, in the time of Amsterdam. */
export interface MeetingDraft {
  day: string;
  time: string;
  place: string;
  contact: string;
  deadlineDay: string;
  deadlineTime: string;
}

/** What stands in the form of a new meeting: as the latest one, four weeks on, or else as most meetings are. */
export function newDraft(meetings: readonly Meeting[], now: Date): MeetingDraft {
  const latest = meetings.filter(({ state }) => state !== 'cancelled').at(-1);
  if (!latest) {
    const day = dayAfter(wallClockOf(now).day, FIRST.daysAhead);
    return {
      day,
      time: FIRST.time,
      place: '',
      contact: '',
      deadlineDay: dayAfter(day, -FIRST.deadlineDays),
      deadlineTime: FIRST.deadlineTime,
    };
  }
  const draft = draftOf(latest);
  const today = wallClockOf(now).day;
  let ahead = 28;
  while (dayAfter(draft.deadlineDay, ahead) <= today) ahead += 28;
  return { ...draft, day: dayAfter(draft.day, ahead), deadlineDay: dayAfter(draft.deadlineDay, ahead) };
}

export function draftOf({ startsAt, agendaDeadline, place, contact }: Meeting): MeetingDraft {
  const starts = wallClockOf(startsAt);
  const deadline = wallClockOf(agendaDeadline);
  return {
    day: starts.day,
    time: starts.time,
    place,
    contact,
    deadlineDay: deadline.day,
    deadlineTime: deadline.time,
  };
}

/** When it begins and when its agenda closes; null for what is not typed yet. */
export function momentsOf(draft: MeetingDraft): { startsAt: Date | null; agendaDeadline: Date | null } {
  return {
    startsAt: instantOf({ day: draft.day, time: draft.time }),
    agendaDeadline: instantOf({ day: draft.deadlineDay, time: draft.deadlineTime }),
  };
}

/** As the API takes it; null while a day or a time is missing. */
export function asMeeting(draft: MeetingDraft): PlanMeeting | null {
  const { startsAt, agendaDeadline } = momentsOf(draft);
  if (!startsAt || !agendaDeadline) return null;
  return {
    startsAt: startsAt.toISOString(),
    agendaDeadline: agendaDeadline.toISOString(),
    place: cleanText(draft.place),
    contact: cleanText(draft.contact),
  };
}

/** A calendar day so many days on: no clock is involved, so no change of the clock can shift it. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
