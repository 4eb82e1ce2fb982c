import { Component, computed, input } from '@angular/core';
import type { Receipt } from '@buurtstem/contract';
import { Icon } from '@buurtstem/ui';
import { entryWords, receivedWords } from './my-vote-words';

/** The receipts of one plan, folded: the newest in full, the ones before it as one line each. */
@Component({
  selector: 'bs-vote-receipt',
  imports: [Icon],
  template: `@if (newest(); as receipt) {
    <details class="bs-receipt">
      <summary class="bs-link">
        <bs-icon name="receipt" /> Stembewijs<span class="bs-hidden"> van {{ receipt.proposalTitle }}</span>
      </summary>
      <div class="bs-panel bs-panel--line">
        <p>Hiermee controleert u uw stem. Deel het met niemand: er staat in wat u stemde.</p>
        <dl class="bs-facts">
          <dt>Plan</dt>
          <dd>{{ receipt.proposalTitle || 'Plan ' + receipt.proposalNumber }}</dd>
          <dt>Uw stem</dt>
          <dd>{{ words(receipt) }}</dd>
          <dt>Ontvangen</dt>
          <dd>{{ received(receipt) }}</dd>
          <dt>Status</dt>
          <dd>{{ status() }}</dd>
          <dt>Nummer</dt>
          <dd class="bs-code">{{ receipt.receipt }}</dd>
        </dl>
        @if (earlier().length > 0) {
          <h4>Eerder</h4>
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
