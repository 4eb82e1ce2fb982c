import { Component, computed, input } from '@angular/core';
import { dateInFull, LANGUAGE, personName } from '@buurtstem/ui';

/** Who wrote something, when, and what they are here. */
@Component({
  selector: 'bs-person',
  template: `<span class="bs-person__mark" aria-hidden="true">{{ initials() }}</span>
    <span
      ><strong>{{ shownName() }}</strong
      >{{ suffix() }}<br /><span class="bs-meta">{{ date() }}</span></span
    >`,
  host: { class: 'bs-person' },
})
export class Person {
  readonly name = input.required<string>();
  readonly at = input.required<string>();
  /** "indiener", or the role of staff. */
  readonly role = input<string | null>(null);

  protected readonly shownName = computed(() => personName(this.name()));
  protected readonly suffix = computed(() => (this.role() ? `, ${this.role()}` : ''));
  protected readonly date = computed(() => dateInFull(this.at()));
  protected readonly initials = computed(() => {
    const words = this.shownName().trim().split(/\s+/);
    const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
    return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase(LANGUAGE) ?? '').join('');
  });
}
