import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { askWithin, type Ask, type Connection, type Statement } from './prepared';

/** Serialization failure and deadlock: PostgreSQL undid everything and asks to try again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** Runs a use case's work in one transaction. */
@Injectable()
export class Transaction {
  private readonly joined = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Everything that use cases do within the work becomes one transaction: all of it happens, or nothing. For
   * fillings; the use cases must be called one after the other, since they share one connection.
   */
  runAsOne<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.run((em) => this.joined.run(em, () => work(em)));
  }

  /**
   * The same with as few journeys to the database as there can be. It begins with a statement without values, such as one that
   * takes a lock: that goes together with the begin, and what the work reads first follows without waiting for it, and is read
   * after it. With `last` the work asks its last statement, which the commit follows in the same way.
   */
  async runAfter<T>(first: string, work: (em: EntityManager, last: Ask) => Promise<T>): Promise<T> {
    return this.repeat(
      async (em) => {
        await em.query(first);
        return work(em, askWithin(em));
      },
      async () => {
        const runner = this.dataSource.createQueryRunner();
        try {
          return await runWithin(runner.manager, (await runner.connect()) as Connection, first, work);
        } finally {
          await runner.release();
        }
      },
    );
  }

  /** The work must be repeatable: it runs again, at most three times in all, when PostgreSQL asks for it. */
  async run<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.repeat(work, () => this.dataSource.transaction(work));
  }

  private async repeat<T>(within: (em: EntityManager) => Promise<T>, byItself: () => Promise<T>): Promise<T> {
    const outer = this.joined.getStore();
    // PostgreSQL gives up the whole outer transaction, so there is nothing to try again in here.
    if (outer) return within(outer);
    for (let attempt = 1; ; attempt++) {
      try {
        return await byItself();
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        await wait(10 * attempt);
      }
    }
  }
}

/**
 * Statements go out one behind the other; PostgreSQL works them off in their order, and after one that failed refuses all up to the
 * end of the transaction, the commit among them.
 */
async function runWithin<T>(
  em: EntityManager,
  connection: Connection,
  first: string,
  work: (em: EntityManager, last: Ask) => Promise<T>,
): Promise<T> {
  let hasEnded = false;
  const last: Ask = async <Row>(statement: Statement) => {
    hasEnded = true;
    const [answered, committed] = await Promise.allSettled([
      connection.query(statement),
      connection.query('commit'),
    ]);
    if (answered.status === 'rejected') throw answered.reason;
    if (committed.status === 'rejected') throw committed.reason;
    return answered.value.rows as Row[];
  };
  const begun = connection.query(`begin; ${first}`);
  // It is looked at below.
  begun.catch(() => undefined);
  try {
    const done = await work(em, last);
    await begun;
    if (!hasEnded) await connection.query('commit');
    return done;
  } catch (error) {
    if (!hasEnded) await connection.query('rollback').catch(() => undefined);
    // Where it failed so did all that followed, and says less.
    await begun;
    throw error;
  }
}

function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlState(error) ?? '');
}

/** The five-character SQLSTATE of an error that PostgreSQL sent, wrapped by TypeORM or not. */
export function sqlState(error: unknown): string | null {
  const source = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  const code = typeof source === 'object' && source !== null && 'code' in source ? source.code : null;
  return typeof code === 'string' ? code : null;
}

/** The name of the constraint that a statement violated; use cases turn it into the refusal of the same rule. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const source = error.driverError as unknown;
  const name =
    typeof source === 'object' && source !== null && 'constraint' in source ? source.constraint : null;
  return typeof name === 'string' ? name : null;
}
