import { Component, input } from '@angular/core';
import { Photo, type PhotoPicture } from './photo';

/** The photos of a plan: the first one large, the others on one line under it. */
@Component({
  selector: 'bs-photo-strip',
  imports: [Photo],
  template: `<div class="bs-strip" [class]="'bs-strip--' + (pictures().length - 1)">
    @for (picture of pictures(); track picture.url) {
      <bs-photo [picture]="picture" [first]="$first" [sizes]="$first ? LARGE : SMALL" />
    }
  </div>`,
})
export class PhotoStrip {
  /** At least one. */
  readonly pictures = input.required<readonly PhotoPicture[]>();

  protected readonly LARGE = '(min-width: 64rem) 42rem, 100vw';
  protected readonly SMALL = '(min-width: 64rem) 21rem, 50vw';
}
