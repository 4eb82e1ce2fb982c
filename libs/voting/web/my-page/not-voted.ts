import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Photo, WholePipe, Written } from '@buurtstem/ui';
import { MyPageApi } from './my-page-api';

/** Open plans that still wait for the visitor's vote, folded so that the own votes stay in sight. */
@Component({
  selector: 'bs-not-voted',
  imports: [RouterLink, Icon, Photo, WholePipe, Written],
  template: `@if (resource.hasValue()) {
    @let plans = resource.value()!;
    @if (plans.total > 0) {
      <details class="bs-filter">
        <summary>
          <span i18n>Plannen waar u nog niet stemde ({{ plans.total | whole }})</span>
        </summary>
        <div class="bs-filter__body">
          <ul class="bs-rows bs-rows--photo bs-rows--small">
            @for (plan of plans.items; track plan.number) {
              <li>
                <bs-photo [picture]="plan.picture" [decorative]="true" />
                <div class="bs-rows__body">
                  <h3>
                    <a [routerLink]="['/', district(), 'plannen', plan.number]" bsWritten>{{ plan.title }}</a>
                  </h3>
                  <p bsWritten>{{ plan.summary }}</p>
                </div>
              </li>
            }
          </ul>
          @if (plans.items.length < plans.total) {
            <a i18n class="bs-more" [routerLink]="['/', district(), 'plannen']"
              >Bekijk alle plannen <bs-icon name="next"
            /></a>
          }
        </div>
      </details>
    } @else {
      <p i18n>U stemde op alle plannen die nu open zijn.</p>
    }
  }`,
})
export class NotVoted {
  readonly district = input.required<string>();
  protected readonly resource = inject(MyPageApi).notVoted();

  /** After a vote was withdrawn, its plan is one of these again. */
  reload(): void {
    this.resource.reload();
  }
}
