import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { counted, Notice } from '@buurtstem/ui';
import { letterCsv, letterFileName } from './letter-csv';
import type { NewLetterBatch } from '@buurtstem/contract';

/** The codes of a batch that was just made, once: the API keeps only their hashes. */
@Component({
  selector: 'bs-new-codes',
  imports: [Notice],
  template: `<section class="bs-stack" aria-labelledby="codes">
    <h2 id="codes" tabindex="-1" #headingElement>{{ heading() }}</h2>
    <div>
      <bs-notice kind="wait">
        <p i18n><strong>U ziet deze codes maar één keer.</strong> Wij bewaren ze niet leesbaar.</p>
        <p i18n>
          Bewaar het bestand nu en geef het aan de drukker. Bent u het kwijt? Trek de codes dan in en maak
          nieuwe.
        </p>
      </bs-notice>
    </div>
    <div class="bs-actions">
      <a i18n class="bs-button" [href]="address()" [attr.download]="fileName()">Bewaar het bestand (CSV)</a>
    </div>
    <details class="bs-filter">
      <summary i18n>Bekijk de codes</summary>
      <div class="bs-codes" tabindex="0" role="region" aria-label="Lijst met codes" i18n-aria-label>
        <ul class="bs-codes__list">
          @for (code of batch().codes; track code) {
            <li>{{ code }}</li>
          }
        </ul>
      </div>
    </details>
  </section>`,
})
export class NewCodes {
  readonly batch = input.required<NewLetterBatch>();
  private readonly headingElement = viewChild.required<ElementRef<HTMLElement>>('headingElement');

  protected readonly address = signal('');
  protected readonly fileName = computed(() => letterFileName(this.batch()));
  protected readonly heading = computed(
    () =>
      $localize`${counted(this.batch().codes.length, $localize`nieuwe code`, $localize`nieuwe codes`)}:counted: voor ‘${this.batch().label}:label:’`,
  );

  constructor() {
    // The file is made here, from the answer: no address anywhere gives these codes a second time.
    effect((onCleanup) => {
      const file = new Blob([letterCsv(this.batch())], { type: 'text/csv;charset=utf-8' });
      const address = URL.createObjectURL(file);
      this.address.set(address);
      onCleanup(() => URL.revokeObjectURL(address));
    });
    afterNextRender({ write: () => this.headingElement().nativeElement.focus() });
  }
}
