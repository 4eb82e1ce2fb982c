import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Districts, toInstant } from '@buurtstem/districts-api';
import { countDatesAfter, type Rulebook } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { RoundId } from '@buurtstem/shared-domain';
import { RoundEntity } from './entities';
import { Rounds } from './rounds';

/** A year ahead, so that residents see when the next counts are. */
export const ROUNDS_AHEAD = 12;

/**
 * Plans the coming rounds by the count dates of the rules, and opens the first where none is open. Where the rules
 * changed, the planned rounds move: a round keeps its number and its name in calendars. The open one stays as it began.
 */
@Injectable()
export class PlanRounds {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
  ) {}

  /** `from` is for imports and demos that bring a past; else planning starts now. */
  execute(districtId: number, from?: Date): Promise<void> {
    return this.transaction.run(async (em) => {
      await this.rounds.lockForCounting(em, districtId);
      const now = await this.clock.now(em);
      const start = from ?? now;
      const rules = await this.districts.nextRulebook(districtId, now, em);
      const known = await em.find(RoundEntity, { where: { districtId }, order: { number: 'asc' } });
      const movable = known.filter((round) => round.state === 'planned' && round.closesAt > start);
      const settled = known.filter((round) => !movable.includes(round));
      // What has passed, and the open round, stay; the planned ones follow after.
      const after = settled.reduce((last, { closesAt }) => (closesAt > last ? closesAt : last), start);
      const ahead = settled.filter((round) => round.closesAt > start).length;
      const dates = countDatesAfter(rules.countRule, after, ROUNDS_AHEAD - ahead, toInstant, rules.recess);
      await lay(em, movable, dates, rules);
      const number = (settled.at(-1)?.number ?? 0) + movable.length;
      await add(em, districtId, number, dates.slice(movable.length), rules);
      if (!(await this.rounds.open(em, districtId)))
        await this.rounds.openNext(em, districtId, rules.version, start);
    });
  }
}

/** Gives the planned rounds their dates, in order; those for which there is none are not planned any more. */
async function lay(
  em: EntityManager,
  planned: readonly RoundEntity[],
  dates: readonly Date[],
  rules: Rulebook,
): Promise<void> {
  const gone = planned.slice(dates.length);
  if (gone.length > 0) await em.delete(RoundEntity, { id: In(gone.map(({ id }) => id)), state: 'planned' });
  const moved = planned.flatMap((round, index) => {
    const closesAt = dates[index];
    return closesAt && closesAt.getTime() !== round.closesAt.getTime() ? [{ ...round, closesAt }] : [];
  });
  // A date that one round leaves may be the one that another takes: first all of them leave.
  await em.query(
    `update round set closes_at = closes_at + interval '1000 years'
     where id = any($1::uuid[]) and state = 'planned'`,
    [moved.map(({ id }) => id)],
  );
  for (const { districtId, id, closesAt, sequence } of moved)
    await em.update(
      RoundEntity,
      { districtId, id },
      { closesAt, sequence: sequence + 1, rulebookVersion: rules.version },
    );
}

async function add(
  em: EntityManager,
  districtId: number,
  lastNumber: number,
  dates: readonly Date[],
  rules: Rulebook,
): Promise<void> {
  if (dates.length === 0) return;
  await em.insert(
    RoundEntity,
    dates.map((closesAt, index) => ({
      districtId,
      id: randomUUID() as RoundId,
      number: lastNumber + index + 1,
      closesAt,
      state: 'planned' as const,
      seed: '',
      rulebookVersion: rules.version,
      openedAt: null,
      sequence: 0,
    })),
  );
}
