import { afterNextRender, Directive, ElementRef, inject, input } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { takeOver } from '../platform/take-over';

/**
 * A form that only the scripts send. What somebody did with it before they came counts: a press is sent once they are there,
 * and what was chosen stays chosen. (`formRoot` breaks at such a press: it would stop the browser, which is done by then.)
 */
@Directive({
  selector: 'form[bsSentForm]',
  // A browser by itself does nothing with it, so nothing of it lands in an address.
  host: { method: 'dialog', novalidate: '', '(submit)': 'send($event)' },
})
export class SentForm {
  readonly tree = input.required<FieldTree<unknown>>({ alias: 'bsSentForm' });

  constructor() {
    const form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
    const early = chosenIn(form);
    if (early.length === 0) return;
    afterNextRender(() => {
      for (const choice of early) {
        choice.checked = !choice.defaultChecked;
        choice.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  }

  protected send(event: Event): void {
    takeOver(event);
    void submit(this.tree());
  }
}

/** The ticks, and of radio buttons the one that is on, that are not as the server wrote them. */
function chosenIn(form: HTMLFormElement): HTMLInputElement[] {
  // What the server has for a page has lists that cannot be spread.
  return Array.from(form.querySelectorAll('input')).filter(
    ({ type, checked, defaultChecked }) =>
      checked !== defaultChecked && (type === 'checkbox' || (type === 'radio' && checked)),
  );
}
