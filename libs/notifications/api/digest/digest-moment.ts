import { DIGEST, daysToDigest } from '@buurtstem/notifications-domain';
import { Temporal } from 'temporal-polyfill';

/** The first moment after `now` at which a digest goes out. The only place of this room that knows time zones. */
export function nextDigest(now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(DIGEST.timeZone);
  const days = daysToDigest({ weekday: local.dayOfWeek, hour: local.hour, minute: local.minute });
  return momentOn(local.toPlainDate().add({ days }));
}

/** The last moment, `now` included, at which a digest went out. */
export function lastDigest(now: Date): Date {
  const next = Temporal.Instant.fromEpochMilliseconds(nextDigest(now).getTime());
  return momentOn(next.toZonedDateTimeISO(DIGEST.timeZone).toPlainDate().subtract({ days: 7 }));
}

function momentOn(day: Temporal.PlainDate): Date {
  const { hour, minute, timeZone } = DIGEST;
  const moment = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour, minute }) });
  return new Date(moment.epochMilliseconds);
}
