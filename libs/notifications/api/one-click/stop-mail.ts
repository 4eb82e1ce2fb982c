import { Injectable } from '@nestjs/common';
import type { Delivery, Language, Topic } from '@buurtstem/notifications-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource, type EntityManager } from 'typeorm';
import { PreferenceStore } from '../preferences/preferences';
import { StopLinks, type Stop } from './stop-links';

export interface StopState {
  readonly language: Language;
  readonly topics: readonly { readonly topic: Topic; readonly delivery: Delivery }[];
}

/** Stops mail, and starts it again, for whoever holds a link from such a mail; nobody signs in for it. */
@Injectable()
export class StopMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly links: StopLinks,
    private readonly preferences: PreferenceStore,
  ) {}

  /** How it stands; changes nothing, since mail scanners open links. */
  async look(token: string): Promise<StopState> {
    const { manager } = this.dataSource;
    const { accountId, topics } = await this.read(manager, token);
    const { language, deliveries } = await this.preferences.of(manager, accountId);
    return { language, topics: topics.map((topic) => ({ topic, delivery: deliveries[topic] })) };
  }

  /** Stops the topics of the link, and drops what waits of them. Doing so again changes nothing. */
  stop(token: string): Promise<void> {
    return this.transaction.run(async (em) => {
      const { accountId, topics } = await this.read(em, token);
      const now = await this.clock.now(em);
      for (const topic of topics) await this.preferences.deliver(em, accountId, topic, 'never', now);
    });
  }

  startAgain(token: string): Promise<void> {
    return this.transaction.run(async (em) => {
      const { accountId, topics } = await this.read(em, token);
      await this.preferences.undo(em, accountId, topics);
    });
  }

  private async read(em: EntityManager, token: string): Promise<Stop> {
    const stop = this.links.read(token);
    if (!stop) throw new Refusal('unsubscribe-link-not-valid');
    const there = await em.query<unknown[]>('select from account where id = $1 and erased_at is null', [
      stop.accountId,
    ]);
    if (there.length === 0) throw new Refusal('unsubscribe-link-not-valid');
    return stop;
  }
}
