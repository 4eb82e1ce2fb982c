import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { whole } from '@buurtstem/ui';
import { Visitor } from '../visitor';
import { DeskCounts } from './desk-counts';
import { desksOf } from './desks';

const STAFF_PAGES: Readonly<Record<string, string>> = {
  ambtenaar: $localize`Ambtenaar`,
  beheer: $localize`Beheer`,
  commissie: $localize`Commissie`,
  griffie: $localize`Griffie`,
  moderatie: $localize`Moderatie`,
  redactie: $localize`Redactie`,
};

/** More than this many stand in two lines or more on a phone, so there they are behind a menu. */
const FEW = 3;
/** More than this many do not stand beside the name of the room on a tablet either. */
const SOME = 6;
/** More than this many, of who holds several roles, do not stand in one line on a desktop. */
const MANY = 9;

/**
 * The dark bar under the header of the staff's pages, with the desks that the visitor's roles open. Where they do not fit in
 * a line, it is a native `details` that says where one is, and opens before any script runs.
 */
@Component({
  selector: 'bs-staff-bar',
  imports: [RouterLink],
  template: `
    @if (heading(); as words) {
      <nav class="bs-desk" aria-label="Werkplek" i18n-aria-label>
        <div class="bs-page">
          <b>{{ words }}</b>
          <details [class]="look()" [attr.open]="isMenu() ? null : ''" #menu>
            <summary>
              <span
                ><b>{{ words }}:</b> {{ here() }}</span
              >
            </summary>
            <ul class="bs-desk__list">
              @for (desk of desks(); track desk.path) {
                <li>
                  <a
                    [routerLink]="desk.link"
                    [attr.aria-current]="desk.isCurrent ? 'page' : null"
                    (click)="menu.open = !isMenu()"
                    >{{ desk.label }}</a
                  >
                </li>
              }
            </ul>
          </details>
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
  private readonly counts = inject(DeskCounts);

  protected readonly desks = computed(() => {
    const slug = this.district.slug();
    const desks = desksOf(this.visitor.account()?.roles ?? [], slug);
    // Of two desks whose address the page begins with, the longer one is meant: Bezwaren stands under the Wachtrij.
    const current = desks
      .map(({ path }) => path)
      .filter((path) => `${this.path()}/`.startsWith(`/${slug}/${path}/`))
      .sort((one, other) => other.length - one.length)[0];
    return desks.map((desk) => ({
      ...desk,
      link: `/${slug}/${desk.path}`,
      label: withCount(desk.words, this.counts.of()[desk.path]),
      isCurrent: desk.path === current,
    }));
  });
  protected readonly isMenu = computed(() => this.desks().length > FEW);
  protected readonly look = computed(() => {
    const count = this.desks().length;
    if (!this.isMenu()) return 'bs-desk__few';
    if (count > MANY) return 'bs-desk__menu bs-desk__menu--all';
    return count > SOME ? 'bs-desk__menu bs-desk__menu--many' : 'bs-desk__menu';
  });
  /** What the menu says while it is closed. */
  protected readonly here = computed(
    () => this.desks().find(({ isCurrent }) => isCurrent)?.label ?? $localize`kies een werkplek`,
  );
  protected readonly heading = computed(() => {
    const room = STAFF_PAGES[this.path().split('/')[2] ?? ''];
    const name = this.district.value()?.name;
    return room && name && this.desks().length > 0 ? `${room} ${name}` : null;
  });
}

/** "Wachtrij (7)"; nothing that waits, or that nobody counted yet, needs no number. */
function withCount(words: string, count: number | undefined): string {
  return count ? `${words} (${whole(count)})` : words;
}
