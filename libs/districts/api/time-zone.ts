import { Temporal } from 'temporal-polyfill';
import type { LocalDateTime } from '@buurtstem/districts-domain';

/**
 * The instant that a wall clock in a time zone means. In the hour that spring skips, the time moves an hour on; in
 * the hour that autumn repeats, the first of the two is meant (RFC 5545). The only place that knows time zones.
 */
export function toInstant(local: LocalDateTime, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}
