import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Config, writeCalendar } from '@buurtstem/platform-api';

interface RoundRow {
  id: string;
  number: number;
  closes_at: Date;
  sequence: number;
  state: 'planned' | 'open' | 'counted';
  changed_at: Date;
}

/** How long a count takes in a calendar; a program shows nothing of an event without length. */
const MINUTES = 15;

/** The count dates as a calendar that programs follow. */
@Injectable()
export class ReadCountDates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly districts: Districts,
  ) {}

  /** Of the past year and of everything that is planned: a year ahead. */
  async calendar(slug: string): Promise<string> {
    const { id, name } = await this.districts.bySlug(slug);
    const now = await this.clock.now(this.dataSource.manager);
    const rounds = await this.dataSource.query<RoundRow[]>(ROUNDS, [id, now]);
    const site = `${this.config.publicUrl}/${slug}`;
    return writeCalendar({
      name: `Telmomenten ${name}`,
      events: rounds.map((round) => ({
        uid: `ronde-${round.id}@${new URL(this.config.publicUrl).hostname}`,
        sequence: round.sequence,
        changedAt: round.changed_at,
        startsAt: round.closes_at,
        endsAt: new Date(round.closes_at.getTime() + MINUTES * 60_000),
        summary: `Buurtstem ${name}: telling van ronde ${round.number}`,
        description:
          round.state === 'counted'
            ? 'De stemmen zijn geteld. De uitslag staat op de site.'
            : 'Op dit moment tellen we de stemmen. Stemmen van daarvoor tellen mee.',
        url: round.state === 'counted' ? `${site}/uitslagen/${round.number}` : `${site}/uitslagen`,
      })),
    });
  }
}

/** A round has its date since the rules that gave it took effect. */
const ROUNDS = `
  select r.id, r.number, r.closes_at, r.sequence, r.state, b.effective_from as changed_at
  from round r
  join rulebook b on b.district_id = r.district_id and b.version = r.rulebook_version
  where r.district_id = $1 and r.closes_at > $2::timestamptz - interval '1 year'
  order by r.number`;
