import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@buurtstem/platform-api';
import { DataSource, type EntityManager } from 'typeorm';
import { queueMessages, type MessageBatch } from '../outbox';

const AGAIN_AFTER = '1 minute';

interface Promised {
  readonly district_id: number;
  readonly id: string;
  readonly batches: MessageBatch[];
  readonly promised_at: Date;
}

/**
 * Writes the messages that were promised to many. The messages and the end of the promise are one transaction: a worker
 * that dies leaves the promise and no message, and however many workers there are, one of them keeps it.
 */
@Injectable()
export class KeepPromises {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One promise; answers how many it kept. What cannot be kept now waits, and keeps no other from its turn. */
  async execute(): Promise<number> {
    let tried: Promised | undefined;
    try {
      return await this.dataSource.transaction(async (em) => {
        tried = await this.next(em);
        if (!tried) return 0;
        await queueMessages(em, tried.batches, tried.promised_at);
        await em.query('delete from outbox_promise where district_id = $1 and id = $2', [
          tried.district_id,
          tried.id,
        ]);
        return 1;
      });
    } catch (error) {
      if (!tried) throw error;
      this.logger.error(`Promised messages could not be written: ${String(error)}`);
      await this.dataSource.query(
        `update outbox_promise set next_attempt_at = $3::timestamptz + interval '${AGAIN_AFTER}'
         where district_id = $1 and id = $2`,
        [tried.district_id, tried.id, await this.clock.now(this.dataSource.manager)],
      );
      return 0;
    }
  }

  private async next(em: EntityManager): Promise<Promised | undefined> {
    const [promised] = await em.query<Promised[]>(
      `select district_id, id, batches, promised_at from outbox_promise where next_attempt_at <= $1
       order by next_attempt_at limit 1 for update skip locked`,
      [await this.clock.now(em)],
    );
    return promised;
  }
}
