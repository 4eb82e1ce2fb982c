import type { EntityManager } from 'typeorm';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import type { RoundCountEntity, RoundEntity } from './entities';

export interface Won {
  readonly round: RoundEntity;
  /** The count that says so; what is told of it is told once. */
  readonly count: RoundCountEntity;
  readonly proposal: ProposalEntity;
  /** When it was counted. */
  readonly at: Date;
}

/** What a recount took from who had won. */
export interface Superseded extends Won {
  /** Who wins now; null where nobody does. */
  readonly winner: ProposalEntity | null;
}

/**
 * Port: what follows from winning, in the count's own transaction. The agenda room puts the winner on the agenda; the
 * count need not know how (ADR 0003: agenda → voting, never back).
 */
export abstract class Promotion {
  abstract promote(em: EntityManager, won: Won): Promise<void>;

  /** Undoes `promote`: a recount came to another result. Refuses where the committee has met about it. */
  abstract supersede(em: EntityManager, lost: Superseded): Promise<void>;
}
