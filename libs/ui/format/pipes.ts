import { Pipe, type PipeTransform } from '@angular/core';
import { dateInFull, dateShort, dayAndTime, dayInFull, dayWithYear, monthInFull, timeOfDay } from './dates';
import { whole } from './numbers';

const FORMS = {
  day: dayInFull,
  date: dateInFull,
  'day-with-year': dayWithYear,
  short: dateShort,
  month: monthInFull,
  time: timeOfDay,
  'day-and-time': dayAndTime,
} as const;

/** A moment in words: `{{ round.closesAt | moment: 'day-and-time' }}`. */
@Pipe({ name: 'moment' })
export class MomentPipe implements PipeTransform {
  transform(moment: string | Date, form: keyof typeof FORMS): string {
    return FORMS[form](moment);
  }
}

/** A whole number as the language of the site writes it: 1.384. */
@Pipe({ name: 'whole' })
export class WholePipe implements PipeTransform {
  transform(count: number): string {
    return whole(count);
  }
}
