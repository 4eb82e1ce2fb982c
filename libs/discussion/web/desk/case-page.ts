import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ActResult, Icon, lastValue, Notice, PageClock } from '@buurtstem/ui';
import { CaseDesk } from './case-desk';
import { CaseList } from './case-list';
import { holderOf } from './case-words';
import { KeyList } from './key-list';
import { ModerationApi } from './moderation-api';
import { filterIn, SUBJECT_FILTER, URGENCY_FILTER } from './queue-filters';
import { QueueList } from './queue-list';
import { oldestWords, queueHeading } from './queue-words';

/** The queue stands beside the case: only its beginning, the rest is a press away. */
const BESIDE = 8;

/** One case, with the queue beside it. The filters of the queue stay in the address. */
@Component({
  selector: 'bs-case-page',
  imports: [RouterLink, ActResult, CaseDesk, Icon, KeyList, Notice, QueueList],
  templateUrl: './case-page.html',
})
export class CasePage {
  readonly case = input.required({ transform: numberAttribute });
  readonly subject = input<string>();
  readonly urgency = input<string>();

  private readonly api = inject(ModerationApi);
  private readonly router = inject(Router);
  private readonly clock = inject(PageClock);
  protected readonly current = inject(CurrentDistrict);
  protected readonly settings = this.api.settings();
  protected readonly settingsValue = lastValue(this.settings);
  protected readonly list = new CaseList(() => {
    const subject = filterIn(SUBJECT_FILTER, this.subject());
    const urgency = filterIn(URGENCY_FILTER, this.urgency());
    return { view: 'queue', limit: BESIDE, ...(subject && { subject }), ...(urgency && { urgency }) };
  });

  protected readonly back = computed(() => {
    const page = this.list.page();
    return page ? queueHeading(page.open) : $localize`Wachtrij`;
  });
  protected readonly oldest = computed(() => {
    const page = this.list.page();
    return page && oldestWords(page, this.clock.now());
  });
  /** The first of the queue that this moderator can take. */
  protected readonly next = computed(
    () =>
      this.list
        .items()
        .find(
          ({ number, interest, claim }) =>
            number !== this.case() && interest === null && holderOf(claim, this.clock.now()) !== 'colleague',
        ) ?? null,
  );

  protected async takeNext(): Promise<void> {
    const next = this.next();
    if (!next) return;
    const { act } = this.list;
    const failure = await act.run(this.api.claim(next.number), () => '');
    if (failure) return this.list.reload();
    act.forget();
    await this.router.navigate(['/', this.current.slug(), 'moderatie', 'zaken', next.number], {
      queryParamsHandling: 'preserve',
    });
  }
}
