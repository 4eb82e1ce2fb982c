import { Component, input } from '@angular/core';
import type { DeskPageSummary } from '@buurtstem/contract';
import { Icon } from '@buurtstem/ui';

/** Where a page is: before everybody, a draft, or a standard text that nobody changed. */
@Component({
  selector: 'bs-page-state',
  imports: [Icon],
  template: `@switch (state()) {
    @case ('published') {
      <span class="bs-badge bs-badge--done"><bs-icon name="check" /><span i18n>Op de site</span></span>
    }
    @case ('draft') {
      <span class="bs-badge" i18n>Concept</span>
    }
    @default {
      <span class="bs-badge bs-badge--quiet" i18n>Standaardtekst</span>
    }
  }`,
})
export class PageState {
  readonly state = input.required<DeskPageSummary['state']>();
}
