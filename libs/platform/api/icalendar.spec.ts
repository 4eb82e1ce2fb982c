import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { writeCalendar, type CalendarEvent } from './icalendar';

const COUNT: CalendarEvent = {
  uid: 'round-1@west.example',
  sequence: 0,
  changedAt: new Date('2026-11-25T09:30:15Z'),
  startsAt: new Date('2026-12-08T15:00:00Z'),
  endsAt: new Date('2026-12-08T15:30:00Z'),
  summary: 'Telling van ronde 12',
};

/** As a calendar program reads it, by a library that is not ours. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/Amsterdam');
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
  };
}

const one = (event: CalendarEvent) => {
  const [first] = read(writeCalendar({ name: 'West', events: [event] })).events;
  if (!first) throw new Error('no event');
  return first;
};

describe('E17: a calendar', () => {
  it('says its name, and what stands in it, to a program that reads RFC 5545', () => {
    const { calendar, events } = read(writeCalendar({ name: 'Telmomenten West', events: [COUNT] }));
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Telmomenten West');
    expect(events.map((event) => [event.uid, event.sequence, event.summary])).toEqual([
      ['round-1@west.example', 0, 'Telling van ronde 12'],
    ]);
  });

  it('names the zone Europe/Amsterdam, and shows the time of its clocks', () => {
    const { startDate, endDate } = one(COUNT);
    expect(startDate.toString()).toBe('2026-12-08T16:00:00');
    expect(startDate.zone?.tzid).toBe('Europe/Amsterdam');
    expect([startDate.toJSDate(), endDate.toJSDate()]).toEqual([COUNT.startsAt, COUNT.endsAt]);
  });

  it.each([
    ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00', 'before the clock goes on'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00', 'after it went on'],
    ['2026-10-24T12:00:00Z', '2026-10-24T14:00:00', 'the day before it goes back'],
    ['2026-10-25T12:00:00Z', '2026-10-25T13:00:00', 'the day that it went back'],
  ])('reads %s as %s, %s', (instant, wall) => {
    const startsAt = new Date(instant);
    const event = one({ ...COUNT, startsAt, endsAt: new Date(startsAt.getTime() + 60_000) });
    expect(event.startDate.toString()).toBe(wall);
    expect(event.startDate.toJSDate()).toEqual(startsAt);
  });

  it('means the same instant in every month of 2024–2040', () => {
    for (let month = 0; month < 17 * 12; month += 1) {
      const startsAt = new Date(Date.UTC(2024, month, 14, 10, 15));
      const event = one({ ...COUNT, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
      expect(event.startDate.toJSDate()).toEqual(startsAt);
    }
  });

  it('tells a change by a higher sequence under the same uid, and when it was', () => {
    const text = writeCalendar({ name: 'West', events: [{ ...COUNT, sequence: 3 }] });
    expect(text).toContain('SEQUENCE:3\r\n');
    expect(text).toContain('LAST-MODIFIED:20261125T093015Z\r\n');
    expect(text).toContain('DTSTAMP:20261125T093015Z\r\n');
  });

  it.each([
    [undefined, 'CONFIRMED'],
    [true, 'CANCELLED'],
  ])('keeps a cancelled event, marked as such (%s)', (isCancelled, status) => {
    const event = one({ ...COUNT, ...(isCancelled === undefined ? {} : { isCancelled }) });
    expect(event.component.getFirstPropertyValue('status')).toBe(status);
  });

  it('leaves out what is not known', () => {
    expect(writeCalendar({ name: 'West', events: [{ ...COUNT, location: '' }] })).not.toMatch(
      /DESCRIPTION|LOCATION|URL/,
    );
  });

  it('gives back any text as it was', () => {
    // A line break is one sign in a calendar, and control signs may not stand in it.
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .map((text) => `a${text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\n')}z`);
    fc.assert(
      fc.property(texts, texts, texts, (summary, description, location) => {
        const event = one({ ...COUNT, summary, description, location });
        expect([event.summary, event.description, event.location]).toEqual([summary, description, location]);
      }),
    );
  });

  it('ends every line with CRLF, after at most 75 octets, and breaks no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = writeCalendar({ name: 'West', events: [{ ...COUNT, summary }] });
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  it('keeps an address as it is', () => {
    const url = 'https://west.example/rondes?n=1,2;a';
    expect(writeCalendar({ name: 'West', events: [{ ...COUNT, url }] })).toContain(`URL:${url}\r\n`);
  });

  it.each(['UTC', 'Pacific/Apia', 'Europe/Amsterdam'])(
    'is the same text when the process runs in %s',
    (zone) => {
      // Node reads the TypeScript as it is; a zone cannot be changed within a process reliably.
      const file = join(__dirname, 'icalendar.ts');
      const program = `import(${JSON.stringify(file)}).then(({ writeCalendar }) => process.stdout.write(
      writeCalendar({ name: 'West', events: [{ uid: 'a', sequence: 0, summary: 'b', changedAt: new Date(0),
        startsAt: new Date('2026-12-08T15:00:00Z'), endsAt: new Date('2026-12-08T15:30:00Z') }] })))`;
      const text = execFileSync(process.execPath, ['--no-warnings', '-e', program], {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        encoding: 'utf8',
      });
      expect(text).toContain('DTSTART;TZID=Europe/Amsterdam:20261208T160000\r\n');
      expect(text).toContain('DTSTAMP:19700101T000000Z\r\n');
    },
  );
});
