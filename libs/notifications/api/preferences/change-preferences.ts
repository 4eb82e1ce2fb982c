import { Injectable } from '@nestjs/common';
import { TOPICS, type Delivery, type Language, type Topic } from '@buurtstem/notifications-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { PreferenceStore, type Preferences } from './preferences';

export interface ChosenPreferences {
  readonly language: Language;
  readonly deliveries: Readonly<Record<Topic, Delivery>>;
}

/** Takes over how somebody wants to hear of things. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly preferences: PreferenceStore,
  ) {}

  execute(accountId: ResidentId, chosen: ChosenPreferences): Promise<Preferences> {
    return this.transaction.run(async (em) => {
      const now = await this.clock.now(em);
      const before = await this.preferences.of(em, accountId);
      await this.preferences.speak(em, accountId, chosen.language);
      for (const topic of TOPICS)
        if (chosen.deliveries[topic] !== before.deliveries[topic])
          await this.preferences.deliver(em, accountId, topic, chosen.deliveries[topic], now);
      return this.preferences.of(em, accountId);
    });
  }

  /** The owner of the address says that it works. */
  confirmAddress(accountId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) =>
      this.preferences.confirmAddress(em, accountId, await this.clock.now(em)),
    );
  }
}
