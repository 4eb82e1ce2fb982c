import { Component, computed, inject, signal } from '@angular/core';
import { MomentPipe } from '@buurtstem/ui';
import { AccountApi } from './account-api';

const FIRST_SHOWN = 3;

/** What Buurtstem mailed to the resident, newest first. */
@Component({
  selector: 'bs-messages',
  imports: [MomentPipe],
  template: `<h2 id="berichten">Berichten</h2>
    @if (resource.error()) {
      <p>Wij kunnen uw berichten nu niet laten zien.</p>
    } @else if (resource.hasValue()) {
      <ul class="bs-rows">
        @for (message of shown(); track $index) {
          <li>
            <p>{{ message.subject }}</p>
            <p class="bs-meta">
              {{ message.createdAt | moment: 'date' }}.
              {{ message.sentAt ? 'Per e-mail verstuurd.' : 'Wordt verstuurd.' }}
            </p>
          </li>
        } @empty {
          <li>U kreeg nog geen berichten.</li>
        }
      </ul>
      @if (shown().length < all().length) {
        <p>
          <button class="bs-link" type="button" (click)="showAll.set(true)">
            Toon alle {{ all().length }} berichten
          </button>
        </p>
      }
    } @else {
      <p>Uw berichten worden geladen.</p>
    }`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'berichten' },
})
export class Messages {
  protected readonly resource = inject(AccountApi).notifications();
  protected readonly showAll = signal(false);
  protected readonly all = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));
  protected readonly shown = computed(() => (this.showAll() ? this.all() : this.all().slice(0, FIRST_SHOWN)));
}
