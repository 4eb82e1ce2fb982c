import { toInstant } from '@buurtstem/districts-api';
import { layCalendar } from './calendar';
import { COUNTED_ROUNDS } from './story';

const DAY = 24 * 3600 * 1000;

describe('the calendar of the demo', () => {
  const days = Array.from(
    { length: 260 },
    (_, i) => new Date(Date.UTC(2026, 0, 1, 3) + i * (1.5 * DAY + 3_700_000)),
  );

  it('leaves six to thirteen days in the open round, whatever day it is started on', () => {
    for (const now of days) {
      const { counts } = layCalendar(now, toInstant);
      const left = ((counts[COUNTED_ROUNDS]?.getTime() ?? 0) - now.getTime()) / DAY;
      expect(left).toBeGreaterThanOrEqual(6);
      expect(left).toBeLessThanOrEqual(13);
      expect(counts[COUNTED_ROUNDS - 1]?.getTime()).toBeLessThan(now.getTime() - 14 * DAY);
    }
  });

  it('puts each winner on the agenda of its own meeting, and the last one is still to come', () => {
    for (const now of days) {
      const { counts, meetings } = layCalendar(now, toInstant);
      counts.forEach((count, i) => {
        const first = meetings.findIndex(({ agendaDeadline }) => agendaDeadline > count);
        expect(first).toBe(i);
      });
      expect(meetings[COUNTED_ROUNDS - 1]?.startsAt.getTime()).toBeGreaterThan(now.getTime());
      expect(meetings[COUNTED_ROUNDS - 2]?.startsAt.getTime()).toBeLessThan(now.getTime() - 5 * DAY);
    }
  });
});
