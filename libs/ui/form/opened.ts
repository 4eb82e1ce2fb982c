import { Directive, effect, ElementRef, inject, input } from '@angular/core';

/** Opens a `details` where that helps, and never closes it: its visitor may have opened it before the scripts came. */
@Directive({ selector: 'details[bsOpened]' })
export class Opened {
  readonly wanted = input.required<boolean>({ alias: 'bsOpened' });

  constructor() {
    const details = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      if (this.wanted()) details.setAttribute('open', '');
    });
  }
}
