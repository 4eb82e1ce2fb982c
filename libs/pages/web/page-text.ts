import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { blocksOf } from '@buurtstem/pages-domain';

/** Answered by the server itself, not by a page of the site. */
const NOT_PAGES = /^\/(api|dev|health|licences|media)(\/|$)/;

/** The text of a page as headings, paragraphs and lists. What was typed is shown as text, and never read as HTML. */
@Component({
  selector: 'bs-page-text',
  imports: [NgTemplateOutlet, RouterLink],
  template: `
    <ng-template #words let-pieces>
      @for (piece of pieces; track $index) {
        @if (piece.href) {
          @if (inSite(piece.href); as target) {
            <a [routerLink]="target">{{ piece.text }}</a>
          } @else {
            <a [href]="piece.href">{{ piece.text }}</a>
          }
        } @else {
          <span>{{ piece.text }}</span>
        }
      }
    </ng-template>
    @for (block of blocks(); track $index) {
      @switch (block.kind) {
        @case ('heading') {
          <h2>{{ block.text }}</h2>
        }
        @case ('list') {
          <ul>
            @for (item of block.items; track $index) {
              <li>
                <ng-container [ngTemplateOutlet]="words" [ngTemplateOutletContext]="{ $implicit: item }" />
              </li>
            }
          </ul>
        }
        @case ('paragraph') {
          <p>
            @for (line of block.lines; track $index; let lastLine = $last) {
              <ng-container [ngTemplateOutlet]="words" [ngTemplateOutletContext]="{ $implicit: line }" />
              @if (!lastLine) {
                <br />
              }
            }
          </p>
        }
      }
    }
  `,
  host: { class: 'bs-stack bs-text bs-page-text' },
})
export class PageText {
  readonly text = input.required<string>();

  private readonly router = inject(Router);
  protected readonly blocks = computed(() => blocksOf(this.text()));

  /** The page of this site that the link leads to; null where the browser has to fetch it. */
  protected inSite(href: string): UrlTree | null {
    return href.startsWith('/') && !NOT_PAGES.test(href) && isWhole(href) ? this.router.parseUrl(href) : null;
  }
}

/** False for a stray percent sign, of which the browser makes what it can. */
function isWhole(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}
