import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DistrictSummary } from '@buurtstem/contract';
import { Failed, StateMessage } from '@buurtstem/ui';

/** The front page of a municipality with more than one district. */
@Component({
  selector: 'bs-choose-district-page',
  imports: [RouterLink, Failed, StateMessage],
  template: `
    @if (districts.error()) {
      <bs-failed (again)="districts.reload()" />
    } @else if (!districts.hasValue()) {
      <p i18n class="bs-page bs-section" role="status">De stadsdelen worden geladen.</p>
    } @else {
      <div class="bs-page bs-section bs-stack bs-stack--l">
        <h1 i18n>Kies uw stadsdeel</h1>
        <ul class="bs-rows">
          @for (district of districts.value().items; track district.slug) {
            <li>
              <h2>
                <a [routerLink]="['/', district.slug]">{{ district.name }}</a>
              </h2>
              <p i18n class="bs-meta">Gemeente {{ district.municipality }}</p>
            </li>
          } @empty {
            <li>
              <bs-state
                art="home"
                heading="Er doet nog geen stadsdeel mee"
                i18n-heading
                sentence="Zodra een stadsdeel meedoet, staat het hier."
                i18n-sentence
              />
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class ChooseDistrictPage {
  protected readonly districts = httpResource<{ items: DistrictSummary[] }>(() => '/api/v1/districts');
}
