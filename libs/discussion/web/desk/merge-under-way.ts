import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseMerge } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { type Act, Confirm } from '@buurtstem/ui';
import { ModerationApi } from './moderation-api';

/** A question to two submitters that they have not both answered yet, and taking it back. */
@Component({
  selector: 'bs-merge-under-way',
  imports: [RouterLink, Confirm],
  template: `
    <h2 i18n id="samenvoeging">Wij vroegen om samen te voegen</h2>
    <p i18n>
      Met
      <a [routerLink]="['/', current.slug(), 'plannen', merge().target.number]"
        >‘{{ merge().target.title }}’</a
      >. Dat plan blijft.
    </p>
    <ul>
      <li i18n>Indiener van dit plan: {{ answers().duplicate }}</li>
      <li i18n>Indiener van het andere plan: {{ answers().target }}</li>
    </ul>
    <bs-confirm
      words="Trek de vraag in"
      i18n-words
      yes="Ja, trek de vraag in"
      i18n-yes
      (confirmed)="cancel()"
    >
      <p i18n>Beide indieners kunnen dan niet meer antwoorden. De plannen blijven zoals ze zijn.</p>
    </bs-confirm>
  `,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'samenvoeging' },
})
export class MergeUnderWay {
  readonly merge = input.required<CaseMerge>();
  readonly act = input.required<Act>();
  readonly finished = output();

  private readonly api = inject(ModerationApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly answers = computed(() => ({
    duplicate: answerWords(this.merge().duplicateAgreed),
    target: answerWords(this.merge().targetAgreed),
  }));

  protected async cancel(): Promise<void> {
    await this.act().run(this.api.cancelMerge(this.merge().id), () => $localize`De vraag is ingetrokken.`);
    this.finished.emit();
  }
}

function answerWords(agreed: boolean): string {
  return agreed ? $localize`wil het` : $localize`nog geen antwoord`;
}
