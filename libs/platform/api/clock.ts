import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The only clock of the use cases: the database's own, so that a process with a wrong clock changes nothing. */
@Injectable()
export class Clock {
  /** The time, for a statement that asks more than that; it is read when the statement comes to it. */
  readonly expression: string = 'clock_timestamp()';

  async now(em: EntityManager): Promise<Date> {
    const [row] = await em.query<{ now: Date }[]>(`select ${this.expression} as now`);
    if (!row) throw new Error('The database did not tell the time.');
    return row.now;
  }
}

const OFFSET_KEY = 'clock-offset-seconds';

/** In demo and test only: the same clock, moved by an offset that all processes on this database share. */
@Injectable()
export class MovableClock extends Clock {
  override readonly expression = `(clock_timestamp() + make_interval(secs => coalesce(
    (select value::text::double precision from setting where key = '${OFFSET_KEY}'), 0)))`;

  async moveTo(em: EntityManager, offsetSeconds: number): Promise<void> {
    await em.query(
      `insert into setting (key, value) values ($1, to_jsonb($2::double precision))
       on conflict (key) do update set value = excluded.value`,
      [OFFSET_KEY, offsetSeconds],
    );
  }
}
