import { Component, computed, input } from '@angular/core';
import type { Reader } from '@buurtstem/contract';
import { counted, dateInFull, Icon } from '@buurtstem/ui';

/** Who of the committee has read the papers as they stand now. */
@Component({
  selector: 'bs-readers',
  imports: [Icon],
  template: `<p>{{ sum() }}</p>
    <ul class="bs-plain-list">
      @for (reader of readers(); track $index) {
        <li class="bs-with-icon">
          <bs-icon [name]="reader.isCurrent ? 'check' : 'hourglass'" /><span
            >{{ reader.name }}: <span class="bs-meta">{{ words(reader) }}</span></span
          >
        </li>
      }
    </ul>`,
  host: { class: 'bs-stack' },
})
export class Readers {
  readonly readers = input.required<readonly Reader[]>();

  protected readonly sum = computed(() => {
    // Others of the staff who read them stand in the list too; the committee is what is counted.
    const all = this.readers().filter(({ role }) => role === 'committee-member');
    if (all.length === 0) return $localize`De commissie heeft hier nog geen leden.`;
    const read = all.filter(({ isCurrent }) => isCurrent).length;
    return $localize`${read}:read: van ${counted(all.length, $localize`lid`, $localize`leden`)}:counted: ${all.length === 1 ? $localize`las` : $localize`lazen`}:words: de stukken.`;
  });

  protected words({ readAt, isCurrent }: Reader): string {
    if (readAt === null) return $localize`nog niet gelezen`;
    return isCurrent ? $localize`gelezen op ${dateInFull(readAt)}:readAt:` : $localize`las een oudere versie`;
  }
}
