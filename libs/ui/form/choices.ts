import { Component, input } from '@angular/core';
import { Icon } from '../icon';

/** One question with a few answers: legend, hint and error around radio buttons or ticks (projected). */
@Component({
  selector: 'bs-choices',
  imports: [Icon],
  template: `<fieldset
    class="bs-stack bs-stack--s"
    [attr.aria-describedby]="error() ? name() + '-fout' : null"
  >
    <legend class="bs-label">{{ legend() }}</legend>
    @if (hint(); as words) {
      <p class="bs-hint">{{ words }}</p>
    }
    @if (error(); as words) {
      <p class="bs-error" [id]="name() + '-fout'">
        <bs-icon name="alert" /><span><span i18n class="bs-hidden">Fout: </span>{{ words }}</span>
      </p>
    }
    <ng-content />
  </fieldset>`,
  host: { class: 'bs-field' },
})
export class Choices {
  /** The stem of the id of the error. */
  readonly name = input.required<string>();
  readonly legend = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);
}
