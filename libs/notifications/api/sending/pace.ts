import { Injectable } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

/** What may be sent at once after a silence, in seconds of the pace; but always one mail. */
const AT_ONCE_SECONDS = 5;

/**
 * `MAIL_PER_MINUTE`, for all processes on this database together: each mail is paid with a piece of time, and nobody
 * sends further ahead of the clock than {@link AT_ONCE_SECONDS}. It goes by the machine's time, which no demo moves.
 */
@Injectable()
export class Pace {
  constructor(private readonly config: Config) {}

  /** How many mails may go now, `most` at most; holds other processes back until the transaction ends. */
  async allowance(em: EntityManager, most: number): Promise<number> {
    const secondsAhead = Math.max(AT_ONCE_SECONDS, this.secondsPerMail);
    const [row] = await em.query<{ seconds: number }[]>(
      `select extract(epoch from
         make_interval(secs => $1) - (greatest(paid_until, clock_timestamp()) - clock_timestamp()))::double precision as seconds
       from mail_pace for update`,
      [secondsAhead],
    );
    // A mail that is paid for but for a rounding may go.
    const mails = Math.floor((row?.seconds ?? 0) / this.secondsPerMail + 1e-6);
    return Math.min(most, Math.max(0, mails));
  }

  async pay(em: EntityManager, mails: number): Promise<void> {
    await em.query(
      `update mail_pace set paid_until = greatest(paid_until, clock_timestamp()) + make_interval(secs => $1)`,
      [mails * this.secondsPerMail],
    );
  }

  private get secondsPerMail(): number {
    return 60 / this.config.mailPerMinute;
  }
}
