import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '@buurtstem/ui';
import { Visitor } from './visitor';

/** Tells staff whose rights do not count yet what it takes; on every page but the one that it leads to. */
@Component({
  selector: 'bs-staff-notice',
  imports: [RouterLink, Notice],
  template: `@if (words(); as said) {
    <div class="bs-page">
      <bs-notice kind="info" icon="key">
        <p>
          {{ said }}
          <a i18n routerLink="/tweede-stap" [queryParams]="{ terug: address() }">Naar de tweede stap</a>
        </p>
      </bs-notice>
    </div>
  }`,
})
export class StaffNotice {
  /** The address of the page, to come back to. */
  readonly address = input.required<string>();

  private readonly visitor = inject(Visitor);
  protected readonly words = computed(() => {
    if (/^\/(tweede-stap|inloggen)/.test(this.address())) return null;
    switch (this.visitor.account()?.staffAccess) {
      case 'enrol':
        return $localize`U werkt voor het stadsdeel. Stel eerst een tweede stap in.`;
      case 'confirm':
        return $localize`U werkt voor het stadsdeel. Bevestig eerst met uw tweede stap dat u het bent.`;
      default:
        return null;
    }
  });
}
