import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Visitor } from '../visitor';
import { desksOf } from './desks';

const STAFF_PAGES: Readonly<Record<string, string>> = { beheer: 'Beheer', griffie: 'Griffie' };

/** The dark bar under the header of the staff's pages, with the desks that the visitor's roles open. */
@Component({
  selector: 'bs-staff-bar',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (heading(); as words) {
      <nav class="bs-desk" aria-label="Werkplek">
        <div class="bs-page">
          <b>{{ words }}</b>
          <ul class="bs-desk__list">
            @for (desk of desks(); track desk.path) {
              <li>
                <a [routerLink]="desk.link" routerLinkActive ariaCurrentWhenActive="page">{{ desk.words }}</a>
              </li>
            }
          </ul>
        </div>
      </nav>
    }
  `,
})
export class StaffBar {
  /** The address of the page, without query. */
  readonly path = input.required<string>();

  private readonly district = inject(CurrentDistrict);
  private readonly visitor = inject(Visitor);

  protected readonly desks = computed(() => {
    const slug = this.district.slug();
    return desksOf(this.visitor.account()?.roles ?? [], slug).map((desk) => ({
      ...desk,
      link: `/${slug}/${desk.path}`,
    }));
  });
  protected readonly heading = computed(() => {
    const room = STAFF_PAGES[this.path().split('/')[2] ?? ''];
    const name = this.district.value()?.name;
    return room && name && this.desks().length > 0 ? `${room} ${name}` : null;
  });
}
