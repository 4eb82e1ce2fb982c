import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  counted,
  describePage,
  DeskFailed,
  Icon,
  PageClock,
  StateMessage,
} from '@buurtstem/ui';
import { CaseList } from './case-list';
import { KeyList } from './key-list';
import { ModerationApi } from './moderation-api';
import { filterIn, QueueFilters, SUBJECT_FILTER, URGENCY_FILTER } from './queue-filters';
import { canBeMarkedSeen, QueueList } from './queue-list';
import { oldestWords, queueHeading } from './queue-words';

/** The API takes no more at once. */
const MOST_SEEN = 100;

/** What waits for a moderator: the most urgent first, with how long it waits. */
@Component({
  selector: 'bs-queue-page',
  imports: [RouterLink, ActResult, DeskFailed, Icon, KeyList, QueueFilters, QueueList, StateMessage],
  templateUrl: './queue-page.html',
})
export class QueuePage {
  /** Filters, in the address. */
  readonly subject = input<string>();
  readonly urgency = input<string>();

  private readonly api = inject(ModerationApi);
  private readonly clock = inject(PageClock);
  protected readonly current = inject(CurrentDistrict);

  protected readonly subjectFilter = computed(() => filterIn(SUBJECT_FILTER, this.subject()));
  protected readonly urgencyFilter = computed(() => filterIn(URGENCY_FILTER, this.urgency()));
  protected readonly isFiltered = computed(
    () => this.subjectFilter() !== undefined || this.urgencyFilter() !== undefined,
  );
  protected readonly list = new CaseList(() => {
    const [subject, urgency] = [this.subjectFilter(), this.urgencyFilter()];
    return { view: 'queue', ...(subject && { subject }), ...(urgency && { urgency }) };
  });
  protected readonly seeing = new Act();

  protected readonly heading = computed(() => queueHeading(this.list.page()?.open ?? 0));
  protected readonly oldest = computed(() => {
    const page = this.list.page();
    return page && oldestWords(page, this.clock.now());
  });
  protected readonly found = computed(() =>
    counted(this.list.page()?.total ?? 0, $localize`zaak`, $localize`zaken`),
  );

  private readonly choosable = computed(() =>
    this.list
      .items()
      .filter((one) => canBeMarkedSeen(one, this.clock.now()))
      .map(({ number }) => number),
  );
  protected readonly choosableCount = computed(() => this.choosable().length);
  /** Only what is still there to choose: a colleague may have taken one, or somebody reported it. */
  protected readonly chosen = linkedSignal<readonly number[], ReadonlySet<number>>({
    source: this.choosable,
    computation: (choosable, previous) => new Set(choosable.filter((one) => previous?.value.has(one))),
  });
  protected readonly areAllChosen = computed(() => this.chosen().size === this.choosable().length);
  protected readonly seenWords = computed(
    () => $localize`Gezien, niets mee aan de hand (${Math.min(this.chosen().size, MOST_SEEN)}:min:)`,
  );

  constructor() {
    describePage(() => (this.list.page() ? { title: this.heading() } : null));
  }

  protected chooseAllOrNone(): void {
    this.chosen.set(new Set(this.areAllChosen() ? [] : this.choosable()));
  }

  protected async markSeen(): Promise<void> {
    const cases = [...this.chosen()].slice(0, MOST_SEEN);
    if (cases.length === 0) return;
    await this.seeing.run(this.api.markSeen(cases), ({ seen }) => {
      const left = cases.length - seen;
      const done = $localize`${counted(seen, $localize`zaak is`, $localize`zaken zijn`)}:counted: bekeken.`;
      return left === 0
        ? done
        : $localize`${done}:done: ${counted(left, $localize`zaak wacht nog: die is`, $localize`zaken wachten nog: die zijn`)}:counted: intussen gemeld of bij een collega.`;
    });
    this.list.reload();
  }
}
