import { computed, effect, inject, linkedSignal } from '@angular/core';
import { DeskCounts } from '@buurtstem/accounts-web';
import type { CasePage, CaseSummary } from '@buurtstem/contract';
import { Act } from '@buurtstem/ui';
import { tap } from 'rxjs';
import { type CaseQuery, ModerationApi } from './moderation-api';

/** A list of cases on a page, as far as it was read. To be made where a component is made. */
export class CaseList {
  private readonly api = inject(ModerationApi);
  /** What is done from the list; a page shows what came of it. */
  readonly act = new Act();
  /** Reading on. */
  readonly readingOn = new Act();
  private readonly first;
  /** The pages read so far, as one; the last ones while new ones load. */
  private readonly read;
  readonly error;
  readonly page;
  readonly items;

  constructor(private readonly query: () => CaseQuery) {
    this.first = this.api.cases(query);
    this.read = linkedSignal<CasePage | null, CasePage | null>({
      source: () => (this.first.hasValue() ? this.first.value() : null),
      computation: (page, previous) => page ?? previous?.value ?? null,
    });
    this.error = this.first.error;
    this.page = this.read.asReadonly();
    this.items = computed<readonly CaseSummary[]>(() => this.read()?.items ?? []);
    const counts = inject(DeskCounts);
    effect(() => {
      const page = this.read();
      if (page) counts.tell({ moderatie: page.open, 'moderatie/bezwaren': page.appeals });
    });
  }

  async readOn(): Promise<void> {
    const after = this.read()?.next;
    if (!after) return;
    await this.readingOn.run(
      this.api
        .casesAfter(this.query(), after)
        .pipe(
          tap((more) =>
            this.read.update((read) => ({ ...more, items: [...(read?.items ?? []), ...more.items] })),
          ),
        ),
      () => '',
    );
  }

  reload(): void {
    this.first.reload();
  }
}
