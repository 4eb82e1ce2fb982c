import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Failed, isMissing, NotFound } from '@buurtstem/ui';
import { CurrentDistrict } from './current-district';

/** Shows its pages only once the district and its rules are known, so that pages need not doubt them. */
@Component({
  selector: 'bs-district-frame',
  imports: [RouterOutlet, NotFound, Failed],
  template: `
    @if (current.resource.error(); as error) {
      @if (isMissing(error)) {
        <bs-not-found
          heading="Dit stadsdeel kennen wij niet"
          i18n-heading
          sentence="Misschien is het adres niet goed overgenomen."
          i18n-sentence
        />
      } @else {
        <bs-failed (again)="reload()" />
      }
    } @else if (current.rulebook.error()) {
      <bs-failed (again)="reload()" />
    } @else if (current.resource.hasValue() && current.rulebook.hasValue()) {
      <router-outlet />
    } @else {
      <p i18n class="bs-page bs-section" role="status">De pagina wordt geladen.</p>
    }
  `,
})
export class DistrictFrame {
  protected readonly current = inject(CurrentDistrict);
  protected readonly isMissing = isMissing;

  protected reload(): void {
    this.current.resource.reload();
    this.current.rulebook.reload();
  }
}
