import { Component, input } from '@angular/core';

/** `missing` a page, `none` nothing found, `busy` server in trouble, `home` nothing yet, `offline` no connection. */
export type StateArt = 'missing' | 'none' | 'busy' | 'home' | 'offline';

/** A drawing, a heading, one sentence and one action (projected): for empty lists, failures and lost pages. */
@Component({
  selector: 'bs-state',
  template: `<div class="bs-state">
    <svg class="bs-state__art" viewBox="0 0 140 120" aria-hidden="true" focusable="false">
      <circle class="a" cx="70" cy="60" r="50" />
      @switch (art()) {
        @case ('missing') {
          <path class="b" d="M70 100V34M70 40h26l8 9-8 9H70M70 62H46l-8 9 8 9h24" />
        }
        @case ('none') {
          <circle class="b" cx="64" cy="54" r="24" />
          <path class="b" d="m82 72 22 22" />
          <circle class="c" cx="64" cy="54" r="7" />
        }
        @case ('busy') {
          <circle class="b" cx="48" cy="62" r="9" />
          <circle class="b" cx="92" cy="62" r="9" />
          <circle class="c" cx="70" cy="62" r="9" />
          <circle class="b" cx="70" cy="62" r="9" />
        }
        @case ('offline') {
          <path class="b" d="M40 52q30-26 60 0M52 66q18-16 36 0" />
          <circle class="d" cx="70" cy="82" r="6" />
          <path class="b" d="M38 92 102 28" />
        }
        @case ('home') {
          <path class="b" d="M42 56 70 32l28 24v34H42z" />
          <circle class="c" cx="70" cy="66" r="11" />
          <circle class="b" cx="70" cy="66" r="11" />
        }
      }
    </svg>
    @if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <p>{{ sentence() }}</p>
    <div class="bs-actions"><ng-content /></div>
  </div>`,
})
export class StateMessage {
  readonly art = input.required<StateArt>();
  readonly heading = input.required<string>();
  readonly sentence = input.required<string>();
  /** 1 where it is the whole page. */
  readonly level = input<1 | 2>(2);
}
