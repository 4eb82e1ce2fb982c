import { timesOf } from '@buurtstem/agenda-domain';
import { writeCalendar, type CalendarEvent } from '@buurtstem/platform-api';
import type { MeetingDto } from '../agenda.dto';
import type { ExportedDistrict } from './printed-agenda';

/** Where nothing is on the agenda yet, a calendar shows an evening all the same. */
const EMPTY_MINUTES = 120;

/** Meetings for calendars that follow them; one that does not take place stays in it as cancelled. */
export function meetingCalendar(
  district: ExportedDistrict,
  meetings: readonly (MeetingDto & { readonly changedAt: Date })[],
  publicUrl: string,
): string {
  return writeCalendar({
    name: `Vergaderingen commissie ${district.name}`,
    events: meetings.map((meeting) => eventOf(district, meeting, publicUrl)),
  });
}

function eventOf(
  district: ExportedDistrict,
  meeting: MeetingDto & { readonly changedAt: Date },
  publicUrl: string,
): CalendarEvent {
  const startsAt = new Date(meeting.startsAt);
  const entries = meeting.entries.length === 0 ? [{ minutes: EMPTY_MINUTES }] : meeting.entries;
  const plans = meeting.items.map(({ title }) => `• ${title}`);
  return {
    uid: `vergadering-${meeting.id}@${new URL(publicUrl).hostname}`,
    sequence: meeting.sequence,
    changedAt: meeting.changedAt,
    startsAt,
    endsAt: timesOf(startsAt, entries).endsAt,
    summary: `Vergadering commissie ${district.name}`,
    location: meeting.place,
    description: [meeting.reason, ...(plans.length > 0 ? ['Op de agenda:', ...plans] : [])]
      .filter(Boolean)
      .join('\n'),
    url: `${publicUrl}/${district.slug}/agenda`,
    isCancelled: meeting.state === 'cancelled',
  };
}
