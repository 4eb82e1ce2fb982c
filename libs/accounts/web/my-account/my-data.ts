import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DISPLAY_NAME_LENGTH } from '@buurtstem/accounts-domain';
import { Icon, Notice } from '@buurtstem/ui';
import { DisplayName } from '../display-name';
import { Visitor } from '../visitor';

/** The name, and the rights over one's own data: to see all of it and to have it erased. */
@Component({
  selector: 'bs-my-data',
  imports: [RouterLink, DisplayName, Icon, Notice],
  template: `<h2 i18n id="gegevens">Mijn gegevens</h2>
    <dl class="bs-facts bs-facts--page">
      <dt i18n>Naam</dt>
      <dd>{{ visitor.account()?.displayName ?? noName }}</dd>
      <dt i18n>E-mail</dt>
      <dd class="bs-break">{{ visitor.account()?.email }}</dd>
    </dl>
    <div role="status">
      @if (renamed()) {
        <bs-notice kind="done"><p i18n>Uw naam is bewaard.</p></bs-notice>
      }
    </div>
    <details class="bs-filter" #rename>
      <summary><span i18n>Verander mijn naam</span></summary>
      <div class="bs-filter__body">
        <bs-display-name [length]="length" (saved)="renamed.set(true); rename.open = false" />
      </div>
    </details>
    @if (visitor.account()?.staffAccess !== 'none') {
      <p>
        <a
          i18n
          class="bs-link"
          routerLink="/tweede-stap"
          [queryParams]="{ terug: '/' + district() + '/mijn' }"
          ><bs-icon name="key" /> Mijn tweede stap</a
        >
      </p>
    }
    <p>
      <a i18n class="bs-link" href="/api/v1/account/data" download
        ><bs-icon name="download" /> Download mijn gegevens</a
      >
    </p>
    <p>
      <a i18n class="bs-link bs-link--danger" [routerLink]="['/', district(), 'mijn', 'wissen']"
        ><bs-icon name="trash" /> Verwijder mijn account</a
      >
    </p>`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'gegevens' },
})
export class MyData {
  protected readonly noName = $localize`Nog geen naam`;
  readonly district = input.required<string>();
  protected readonly visitor = inject(Visitor);
  protected readonly length = DISPLAY_NAME_LENGTH;
  protected readonly renamed = signal(false);
}
