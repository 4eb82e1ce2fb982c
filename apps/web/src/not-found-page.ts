import { Component, inject } from '@angular/core';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { NotFound } from '@buurtstem/ui';

/** An address that no page has. */
@Component({
  selector: 'bs-not-found-page',
  imports: [NotFound],
  template: '<bs-not-found [district]="current.slug()" />',
})
export class NotFoundPage {
  protected readonly current = inject(CurrentDistrict);
}
