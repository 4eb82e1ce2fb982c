import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { queueMessages } from '@buurtstem/notifications-api';
import { Clock, Repeated, Transaction } from '@buurtstem/platform-api';
import { dueMessages } from './due-messages';

const EVERY_MS = 10_000;

/**
 * Reminds submitters, the committee and clerks of what comes, and of what should have come, by itself. Any number of
 * processes may run it: nobody gets the same message about the same thing twice. It asks the database's clock.
 */
@Injectable()
export class AgendaReminders implements OnApplicationShutdown {
  private readonly repeated = new Repeated(AgendaReminders.name, EVERY_MS, () => this.remind());

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
  ) {}

  /** Starts looking every ten seconds, until the application shuts down. */
  start(): void {
    this.repeated.start();
  }

  /** Queues every reminder that is due and was not sent, in each district. */
  async remind(): Promise<void> {
    const failures: unknown[] = [];
    for (const { id, slug, name } of await this.districts.all()) {
      try {
        await this.transaction.run(async (em) => {
          const now = await this.clock.now(em);
          for (const message of await dueMessages(em, { id, slug, name }, now))
            await queueMessages(em, message, now);
        });
      } catch (error) {
        // The other districts still get theirs.
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(
        failures,
        `${failures.length} districts were not reminded: ${failures.join('; ')}`,
      );
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }
}
