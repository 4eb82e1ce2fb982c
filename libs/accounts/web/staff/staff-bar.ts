import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
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

/**
 * The dark bar under the header of the staff's pages, with the desks that the visitor's roles open. Where they do not fit in
 * a line, it is a native `details` that says where one is, and opens before any script runs.
 */
@Component({
  selector: 'bs-staff-bar',
  imports: [NgTemplateOutlet, RouterLink],
  template: `
    @if (heading(); as words) {
      <nav class="bs-desk" aria-label="Werkplek" i18n-aria-label>
        <div class="bs-page">
          <b>{{ words }}</b>
          @if (reach() === 'few') {
            <ng-container [ngTemplateOutlet]="list" />
          } @else {
            <details class="bs-desk__menu" [class.bs-desk__menu--many]="reach() === 'many'" #menu>
              <summary>
                <span
                  ><b>{{ words }}:</b> {{ here() }}</span
                >
              </summary>
              <ng-container [ngTemplateOutlet]="list" />
            </details>
          }
        </div>
      </nav>
    }
    <ng-template #list>
      <ul class="bs-desk__list">
        @for (desk of desks(); track desk.path) {
          <li>
            <a
              [routerLink]="desk.link"
              [attr.aria-current]="desk.isCurrent ? 'page' : null"
              (click)="close()"
              >{{ desk.label }}</a
            >
          </li>
        }
      </ul>
    </ng-template>
  `,
})
export class StaffBar {
  /** The address of the page, without query. */
  readonly path = input.required<string>();

  private readonly menu = viewChild<ElementRef<HTMLDetailsElement>>('menu');
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
  protected readonly reach = computed((): 'few' | 'some' | 'many' => {
    const { length } = this.desks();
    if (length <= FEW) return 'few';
    return length <= SOME ? 'some' : 'many';
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

  protected close(): void {
    this.menu()?.nativeElement.removeAttribute('open');
  }
}

/** "Wachtrij (7)"; nothing that waits, or that nobody counted yet, needs no number. */
function withCount(words: string, count: number | undefined): string {
  return count ? `${words} (${whole(count)})` : words;
}
