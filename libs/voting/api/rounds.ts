import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { Refusal } from '@buurtstem/shared-domain';
import { roundTransition } from '@buurtstem/voting-domain';
import { RoundEntity } from './entities';

/** First key of the advisory locks below; the district's id is the second. Any number, as long as it is always it. */
const ROUND_LOCK = 7_215_002;

/**
 * Questions about rounds, and the lock between voting and counting. A vote takes it shared, the count exclusive: no
 * vote can be stamped before the count date and appear after the count. Transaction-level locks only, so that a
 * pooler in transaction mode does no harm.
 */
@Injectable()
export class Rounds {
  /** Many votes at once, but none while a count runs; as the first statement of a transaction. */
  lockingForVoting(districtId: number): string {
    return `select pg_advisory_xact_lock_shared(${ROUND_LOCK}, ${Number(districtId)})`;
  }

  async lockForVoting(em: EntityManager, districtId: number): Promise<void> {
    await em.query(this.lockingForVoting(districtId));
  }

  /** Waits for the votes under way, and holds back the next ones. */
  async lockForCounting(em: EntityManager, districtId: number): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1, $2)', [ROUND_LOCK, districtId]);
  }

  open(em: EntityManager, districtId: number): Promise<RoundEntity | null> {
    return em.findOneBy(RoundEntity, { districtId, state: 'open' });
  }

  /** The open one, else the one that was counted last. */
  async latest(em: EntityManager, districtId: number): Promise<RoundEntity> {
    const [round] = await em.find(RoundEntity, {
      where: { districtId, state: Not('planned') },
      order: { number: 'desc' },
      take: 1,
    });
    if (!round) throw new Refusal('no-open-round');
    return round;
  }

  async byNumber(em: EntityManager, districtId: number, number: number): Promise<RoundEntity> {
    const round = await em.findOneBy(RoundEntity, { districtId, number });
    if (!round) throw new Refusal('round-not-found');
    return round;
  }

  /** Opens the earliest planned round that still lies ahead, with a fresh seed; null where none is planned. */
  async openNext(
    em: EntityManager,
    districtId: number,
    rulebookVersion: number,
    at: Date,
  ): Promise<RoundEntity | null> {
    const [next] = await em.find(RoundEntity, {
      where: { districtId, state: 'planned' },
      order: { closesAt: 'asc' },
      take: 1,
    });
    if (!next) return null;
    const opened = roundTransition(next.state, 'open');
    if (!opened.ok) throw new Refusal(opened.refusal);
    const change = {
      state: opened.value,
      seed: randomBytes(32).toString('hex'),
      openedAt: at,
      rulebookVersion,
    };
    await em.update(RoundEntity, { districtId, id: next.id }, change);
    return { ...next, ...change };
  }
}
