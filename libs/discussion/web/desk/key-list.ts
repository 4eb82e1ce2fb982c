import { Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { DeskKeys } from './desk-keys';

interface KeyWords {
  readonly key: string;
  readonly words: string;
}

const LIST_KEYS: readonly KeyWords[] = [
  { key: 'J', words: $localize`naar de volgende zaak in de wachtrij` },
  { key: 'K', words: $localize`naar de vorige zaak` },
  { key: 'Enter', words: $localize`open de zaak` },
  { key: '?', words: $localize`deze lijst` },
];
const CASE_KEYS: readonly KeyWords[] = [
  { key: $localize`1 tot 8`, words: $localize`kies een reden` },
  { key: 'V', words: $localize`verberg` },
  { key: 'H', words: $localize`haal woorden weg` },
  { key: 'L', words: $localize`laat staan` },
  { key: 'T', words: $localize`geef terug` },
];

/** The keys of the desk, and the switch that turns them off. Nothing of it on a device without a keyboard. */
@Component({
  selector: 'bs-key-list',
  template: `<details class="bs-keys bs-only-keys" #details>
    <summary #summary>
      @if (keys.isOn()) {
        <span i18n
          ><kbd class="bs-kbd">J</kbd> volgende <kbd class="bs-kbd">K</kbd> vorige
          <kbd class="bs-kbd">?</kbd> alle toetsen</span
        >
      } @else {
        <span i18n>Sneltoetsen staan uit</span>
      }
    </summary>
    <dl class="bs-facts">
      @for (one of list(); track one.key) {
        <dt>
          <kbd class="bs-kbd">{{ one.key }}</kbd>
        </dt>
        <dd>{{ one.words }}</dd>
      }
    </dl>
    <label class="bs-choice">
      <input type="checkbox" [checked]="keys.isOn()" (change)="turn($event)" />
      <span i18n>Gebruik sneltoetsen op dit apparaat</span>
    </label>
  </details>`,
  host: { '(document:keydown)': 'press($event)' },
})
export class KeyList {
  /** Whether a case is on the page, which has keys of its own. */
  readonly withCase = input(false);

  protected readonly keys = inject(DeskKeys);
  private readonly details = viewChild.required<ElementRef<HTMLDetailsElement>>('details');
  private readonly summary = viewChild.required<ElementRef<HTMLElement>>('summary');

  protected list(): readonly KeyWords[] {
    return this.withCase() ? [...LIST_KEYS.slice(0, 3), ...CASE_KEYS, ...LIST_KEYS.slice(3)] : LIST_KEYS;
  }

  protected press(event: KeyboardEvent): void {
    if (this.keys.pressed(event) !== '?') return;
    event.preventDefault();
    const details = this.details().nativeElement;
    details.open = !details.open;
    if (details.open) this.summary().nativeElement.focus();
  }

  protected turn(event: Event): void {
    this.keys.turn((event.target as HTMLInputElement).checked);
  }
}
