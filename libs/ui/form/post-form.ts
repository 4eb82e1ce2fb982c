import { Directive, input } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { takeOver } from '../platform/take-over';

/**
 * A form that the browser posts to the server as it is while there are no scripts, and that the scripts send without
 * loading a page. `formRoot` does the second only: what was sent before the scripts came it would send again.
 */
@Directive({
  selector: 'form[bsPostForm]',
  host: { method: 'post', novalidate: '', '(submit)': 'send($event)' },
})
export class PostForm {
  readonly tree = input.required<FieldTree<unknown>>({ alias: 'bsPostForm' });

  protected send(event: Event): void {
    if (takeOver(event)) void submit(this.tree());
  }
}
