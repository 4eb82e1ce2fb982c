import { Component, computed, inject, signal } from '@angular/core';
import type { Notification } from '@buurtstem/contract';
import { MomentPipe } from '@buurtstem/ui';
import { AccountApi } from './account-api';
import { BouncedMail } from './bounced-mail';
import { MessageChoice } from './message-choice';

const FIRST_SHOWN = 3;

/** What Buurtstem mailed to the resident, newest first, and what they want to get. */
@Component({
  selector: 'bs-messages',
  imports: [BouncedMail, MessageChoice, MomentPipe],
  template: `<h2 i18n id="berichten">Berichten</h2>
    <bs-bounced-mail [since]="unreachableSince()" (confirmed)="preferences.reload()" />
    @if (resource.error()) {
      <p i18n>Wij kunnen uw berichten nu niet laten zien.</p>
    } @else if (resource.hasValue()) {
      <ul class="bs-rows">
        @for (message of shown(); track $index) {
          <li>
            <p>{{ message.subject }}</p>
            <p class="bs-meta">
              {{ message.createdAt | moment: 'date' }}.
              @if (digestOf(message); as digestAt) {
                <span i18n>Komt in de mail van {{ digestAt | moment: 'date' }}.</span>
              } @else {
                {{ sentWords(message) }}
              }
            </p>
          </li>
        } @empty {
          <li i18n>U kreeg nog geen berichten.</li>
        }
      </ul>
      @if (shown().length < all().length) {
        <p>
          <button i18n class="bs-link" type="button" (click)="showAll.set(true)">
            Toon alle {{ all().length }} berichten
          </button>
        </p>
      }
    } @else {
      <p i18n>Uw berichten worden geladen.</p>
    }
    @if (preferences.hasValue()) {
      <bs-message-choice [preferences]="preferences.value()!" (chosen)="resource.reload()" />
    } @else if (preferences.error()) {
      <p i18n>Wij kunnen uw keuzes nu niet laten zien.</p>
    }`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'berichten' },
})
export class Messages {
  private readonly api = inject(AccountApi);
  protected readonly resource = this.api.notifications();
  protected readonly preferences = this.api.preferences();
  protected readonly unreachableSince = computed(() =>
    this.preferences.hasValue() ? this.preferences.value().unreachableSince : null,
  );
  protected readonly showAll = signal(false);
  protected readonly all = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));
  protected readonly shown = computed(() => (this.showAll() ? this.all() : this.all().slice(0, FIRST_SHOWN)));

  protected digestOf({ sentAt, isRefused, digestAt }: Notification): string | null {
    return sentAt === null && !isRefused ? digestAt : null;
  }

  protected sentWords({ sentAt, isRefused }: Notification): string {
    if (isRefused) return $localize`Deze mail kwam niet aan.`;
    return sentAt ? $localize`Per e-mail verstuurd.` : $localize`Wordt verstuurd.`;
  }
}
