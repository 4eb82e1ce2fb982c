import { Component, computed, inject, input, signal } from '@angular/core';
import type { Reply } from '@buurtstem/contract';
import { MomentPipe } from '@buurtstem/ui';
import { DiscussionApi } from '../discussion-api';

/** When a text was changed, and what it said before; read only when somebody wants to see it. */
@Component({
  selector: 'bs-earlier-texts',
  imports: [MomentPipe],
  template: `@if (written().redacted) {
      <p i18n class="bs-meta">Bewerkt op {{ written().editedAt! | moment: 'date' }}</p>
    } @else {
      <details class="bs-earlier" (toggle)="follow($event)">
        <summary i18n class="bs-meta">
          Bewerkt op {{ written().editedAt! | moment: 'date'
          }}<span class="bs-hidden">: lees wat er eerst stond</span>
        </summary>
        @if (versions.error()) {
          <p i18n role="status">De eerdere teksten zijn er nu even niet. Probeer het over een minuut weer.</p>
        } @else if (versions.hasValue()) {
          <ol class="bs-earlier__list">
            @for (version of versions.value()!.items; track version.version) {
              <li>
                <p i18n class="bs-meta">
                  Tekst van {{ version.writtenAt | moment: 'date' }}, {{ version.writtenAt | moment: 'time' }}
                </p>
                <p class="bs-pre">{{ version.body }}</p>
              </li>
            } @empty {
              <li i18n>Er zijn geen eerdere teksten te lezen.</li>
            }
          </ol>
        } @else {
          <p i18n role="status">De eerdere teksten worden geladen.</p>
        }
      </details>
    }`,
})
export class EarlierTexts {
  /** The number of the plan. */
  readonly proposal = input.required<number>();
  /** An argument or a reply that was changed. */
  readonly written = input.required<Reply>();

  private readonly isOpen = signal(false);
  private readonly asked = computed(() => {
    if (!this.isOpen()) return undefined;
    // Also the version: after another change there is another earlier text.
    const { id, version } = this.written();
    return { number: this.proposal(), id, version };
  });
  protected readonly versions = inject(DiscussionApi).versions(this.asked);

  protected follow(event: Event): void {
    // Once read it stays: closing it asks nothing.
    if ((event.target as HTMLDetailsElement).open) this.isOpen.set(true);
  }
}
