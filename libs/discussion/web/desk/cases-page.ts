import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ActResult, counted, DeskFailed, StateMessage } from '@buurtstem/ui';
import { CaseList } from './case-list';
import { KeyList } from './key-list';
import { filterIn, QueueFilters, SUBJECT_FILTER } from './queue-filters';
import { QueueList } from './queue-list';

const WORDS = {
  appeals: {
    heading: $localize`Bezwaren`,
    lead: $localize`Een schrijver vraagt om opnieuw te kijken. Wie het eerste besluit nam, beslist hier niet.`,
    none: $localize`Er wacht geen bezwaar`,
    noneSentence: $localize`Maakt een schrijver bezwaar, dan staat het hier.`,
  },
  decided: {
    heading: $localize`Besloten`,
    lead: $localize`Het nieuwste besluit staat bovenaan. Open een zaak om het besluit te lezen of iets terug te zetten.`,
    none: $localize`Er is nog niets besloten`,
    noneSentence: $localize`Wat u en uw collega’s besluiten, staat hier.`,
  },
} as const;

/** Appeals that wait, or what was decided: the view comes with the route. */
@Component({
  selector: 'bs-cases-page',
  imports: [RouterLink, ActResult, DeskFailed, KeyList, QueueFilters, QueueList, StateMessage],
  template: `@if (list.error(); as error) {
      <bs-desk-failed [error]="error" (again)="list.reload()" />
    } @else if (list.page(); as page) {
      <div class="bs-page bs-section bs-section--first bs-stack bs-stack--l">
        <header class="bs-stack bs-stack--s">
          <h1>{{ words().heading }}</h1>
          <p class="bs-lead">{{ words().lead }}</p>
        </header>
        <bs-act-result [act]="list.act" />
        @if (page.total === 0 && !subjectFilter()) {
          <bs-state art="home" [heading]="words().none" [sentence]="words().noneSentence">
            <a i18n class="bs-button bs-button--second" [routerLink]="['/', current.slug(), 'moderatie']"
              >Naar de wachtrij</a
            >
          </bs-state>
        } @else {
          <div class="bs-split bs-split--left">
            <bs-queue-filters [subject]="subjectFilter()" />
            <section class="bs-stack" aria-labelledby="lijst">
              <h2 i18n class="bs-hidden" id="lijst">Zaken</h2>
              <p class="bs-meta" role="status">{{ found() }}</p>
              <bs-key-list />
              <bs-queue-list [list]="list">
                <span i18n>Geen zaak past hierbij.</span> <a i18n [routerLink]="[]">Toon alle zaken</a>
              </bs-queue-list>
            </section>
          </div>
        }
      </div>
    } @else {
      <p i18n class="bs-page bs-section" role="status">De zaken worden geladen.</p>
    }`,
})
export class CasesPage {
  readonly view = input.required<keyof typeof WORDS>();
  readonly subject = input<string>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly subjectFilter = computed(() => filterIn(SUBJECT_FILTER, this.subject()));
  protected readonly list = new CaseList(() => {
    const subject = this.subjectFilter();
    return { view: this.view(), ...(subject && { subject }) };
  });
  protected readonly words = computed(() => WORDS[this.view()]);
  protected readonly found = computed(() =>
    counted(this.list.page()?.total ?? 0, $localize`zaak`, $localize`zaken`),
  );
}
