import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MomentPipe, proposalStateWords } from '@buurtstem/ui';
import { MyPageApi } from './my-page-api';

/** The plans that the visitor wrote, those that nobody else sees yet included. */
@Component({
  selector: 'bs-my-plans',
  imports: [RouterLink, MomentPipe],
  template: `<h2 i18n id="plannen">Mijn plannen</h2>
    @if (resource.error()) {
      <p i18n>Wij kunnen uw plannen nu niet laten zien.</p>
    } @else if (resource.hasValue()) {
      <ul class="bs-rows">
        @for (plan of resource.value()!.items; track plan.number) {
          <li>
            <h3>
              <a [routerLink]="['/', district(), 'plannen', plan.number]">{{ plan.title }}</a>
            </h3>
            <p class="bs-row">
              <span class="bs-badge bs-badge--quiet">{{ words(plan.state) }}</span>
              @if (plan.hidden) {
                <span i18n class="bs-badge bs-badge--late">Verborgen door een moderator</span>
              }
            </p>
            @if (plan.state === 'on-agenda' && !plan.hidden) {
              <p i18n>De commissie gaat uw plan bespreken.</p>
              <a
                i18n
                class="bs-button bs-button--second bs-button--wide"
                [routerLink]="['/', district(), 'voorbereiden', plan.number]"
                >Bereid u voor<span class="bs-hidden"> op {{ plan.title }}</span></a
              >
            }
            @if (plan.state === 'draft') {
              <p i18n class="bs-meta">Laatst veranderd op {{ plan.updatedAt | moment: 'date' }}</p>
              <a
                i18n
                class="bs-button bs-button--second bs-button--wide"
                [routerLink]="['/', district(), 'indienen']"
                [queryParams]="{ plan: plan.number }"
                >Maak het af<span class="bs-hidden">: {{ plan.title }}</span></a
              >
            }
          </li>
        } @empty {
          <li>
            <p i18n>U schreef nog geen plan.</p>
            <a
              i18n
              class="bs-button bs-button--second bs-button--wide"
              [routerLink]="['/', district(), 'indienen']"
              >Dien een plan in</a
            >
          </li>
        }
      </ul>
    } @else {
      <p i18n>Uw plannen worden geladen.</p>
    }`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'plannen' },
})
export class MyPlans {
  readonly district = input.required<string>();
  protected readonly resource = inject(MyPageApi).proposals();
  protected readonly words = proposalStateWords;
}
