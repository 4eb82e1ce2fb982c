import { Component, computed, input } from '@angular/core';

/** A picture with its own words; a district's picture without them is decoration. */
export interface PhotoPicture {
  readonly url: string;
  /** The same in other formats and widths, best first; none where it is one file. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A photo, or the house of the logo in its place, so that rows of cards keep their shape. */
@Component({
  selector: 'bs-photo',
  template: `@if (picture(); as shown) {
      <picture>
        @for (source of shown.sources; track source.type) {
          <source [attr.type]="source.type" [attr.sizes]="sizes()" [attr.srcset]="source.srcset" />
        }
        <img
          class="bs-photo"
          [attr.loading]="first() ? null : 'lazy'"
          [attr.fetchpriority]="first() ? 'high' : null"
          [src]="shown.url"
          [alt]="words()"
          [width]="shown.width"
          [height]="shown.height"
        />
      </picture>
    } @else {
      <span class="bs-photo bs-photo--none" aria-hidden="true">
        <svg viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="1.5">
          <path d="M4 16 20 3l16 13v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z" />
          <circle cx="20" cy="23" r="7" />
        </svg>
      </span>
    }`,
  host: { class: 'bs-photo-frame' },
})
export class Photo {
  readonly picture = input.required<PhotoPicture | null>();
  /** True where the same picture's meaning stands in the text next to it. */
  readonly decorative = input(false);
  /** True for a picture that is seen at once, which must not wait for scrolling. */
  readonly first = input(false);
  /** How wide it is drawn, so that a phone does not fetch what a desktop needs; here as on a card. */
  readonly sizes = input('(min-width: 64rem) 22rem, (min-width: 40rem) 50vw, 100vw');

  /** Who cannot see it hears at least that it is there. */
  protected readonly words = computed(() =>
    this.decorative() ? '' : this.picture()?.alt || $localize`Foto zonder beschrijving`,
  );
}
