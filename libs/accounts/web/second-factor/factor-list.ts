import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import type { SecondFactor } from '@buurtstem/contract';
import { failureOf, failureWords, Icon, MomentPipe, Notice } from '@buurtstem/ui';
import { SecondFactorApi } from './second-factor-api';

/** The second steps that were set up, and taking one away. */
@Component({
  selector: 'bs-factor-list',
  imports: [Icon, MomentPipe, Notice],
  template: `<h2 i18n id="ingesteld" tabindex="-1" #heading>Wat u instelde</h2>
    <div role="status">
      @if (said(); as words) {
        <bs-notice kind="done"
          ><p>{{ words }}</p></bs-notice
        >
      }
    </div>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    @if (resource.error()) {
      <p i18n>Wij kunnen dit nu niet laten zien.</p>
    } @else if (resource.hasValue()) {
      <ul class="bs-rows">
        @for (factor of resource.value()!.items; track factor.id) {
          <li>
            <p>
              <strong>{{ factor.label }}</strong>
            </p>
            <p class="bs-meta">
              <span i18n>Ingesteld op {{ factor.createdAt | moment: 'date' }}.</span>
              @if (factor.lastUsedAt; as usedAt) {
                &ngsp;<span i18n>Laatst gebruikt op {{ usedAt | moment: 'date' }}.</span>
              }
            </p>
            <p>
              <button i18n class="bs-link bs-link--danger" type="button" (click)="remove(factor)">
                <bs-icon name="trash" /> Haal weg<span class="bs-hidden">: {{ factor.label }}</span>
              </button>
            </p>
          </li>
        }
      </ul>
    }`,
  host: { class: 'bs-stack', role: 'region', 'aria-labelledby': 'ingesteld' },
})
export class FactorList {
  private readonly api = inject(SecondFactorApi);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly resource = this.api.list();
  protected readonly said = signal<string | null>(null);
  protected readonly failure = signal<string | null>(null);

  /** After another one was added. */
  reload(): void {
    this.resource.reload();
  }

  protected remove(factor: SecondFactor): void {
    this.said.set(null);
    this.failure.set(null);
    this.api.remove(factor.id).subscribe({
      next: () => {
        this.said.set($localize`‘${factor.label}:label:’ is weggehaald.`);
        this.resource.reload();
        // The button that was pressed disappears with its row.
        this.heading().nativeElement.focus();
      },
      error: (error: unknown) => this.failure.set(failureWords(failureOf(error))),
    });
  }
}
