import { Component, computed, input } from '@angular/core';
import type { Receipt } from '@buurtstem/contract';
import { Icon } from '@buurtstem/ui';
import { entryWords, planWords, receivedWords } from './my-vote-words';

/** The receipts of one plan, folded: the newest in full, the ones before it as one line each. */
@Component({
  selector: 'bs-vote-receipt',
  imports: [Icon],
  template: `@if (newest(); as receipt) {
    <details class="bs-receipt">
      <summary i18n class="bs-link">
        <bs-icon name="receipt" /> Stembewijs<span class="bs-hidden"> van {{ receipt.proposalTitle }}</span>
      </summary>
      <div class="bs-panel bs-panel--line">
        <p i18n>Hiermee controleert u uw stem. Deel het met niemand: er staat in wat u stemde.</p>
        <dl class="bs-facts">
          <dt i18n>Plan</dt>
          <dd>{{ receipt.proposalTitle || planWords(receipt.proposalNumber) }}</dd>
          <dt i18n>Uw stem</dt>
          <dd>{{ words(receipt) }}</dd>
          <dt i18n>Ontvangen</dt>
          <dd>{{ received(receipt) }}</dd>
          <dt i18n>Status</dt>
          <dd>{{ status() }}</dd>
          <dt i18n>Nummer</dt>
          <dd class="bs-code">{{ receipt.receipt }}</dd>
        </dl>
        @if (earlier().length > 0) {
          <h4 i18n>Eerder</h4>
          <ul class="bs-stack bs-stack--s">
            @for (line of earlier(); track line.receipt) {
              <li>
                {{ words(line) }}, {{ received(line) }}<br /><span class="bs-code">{{ line.receipt }}</span>
              </li>
            }
          </ul>
        }
      </div>
    </details>
  }`,
})
export class VoteReceipt {
  protected readonly planWords = planWords;
  /** All of one plan, newest first. */
  readonly receipts = input.required<readonly Receipt[]>();
  /** How the vote stands now. */
  readonly status = input.required<string>();

  protected readonly newest = computed(() => this.receipts()[0] ?? null);
  protected readonly earlier = computed(() => this.receipts().slice(1));
  protected readonly words = entryWords;

  protected received({ recordedAt }: Receipt): string {
    return receivedWords(recordedAt);
  }
}
