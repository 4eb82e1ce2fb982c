import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  Confirm,
  describePage,
  DeskFailed,
  Icon,
  isMissing,
  lastValue,
  Notice,
  NotFound,
  WholePipe,
} from '@buurtstem/ui';
import type { Observable } from 'rxjs';
import { DeskApi } from './desk-api';
import type { VoteBatch } from '@buurtstem/contract';
import { batchEvents, batchStateWords, votesWords } from './desk-words';
import { DryRunTable } from './dry-run-table';
import { ReasonForm } from './reason-form';

/** One batch of votes in doubt: what was done to it, what a decision would change, and the decision. */
@Component({
  selector: 'bs-batch-page',
  imports: [
    RouterLink,
    ActResult,
    Confirm,
    DeskFailed,
    DryRunTable,
    Icon,
    Notice,
    NotFound,
    ReasonForm,
    WholePipe,
  ],
  templateUrl: './batch-page.html',
})
export class BatchPage {
  readonly batch = input.required({ transform: numberAttribute });

  private readonly api = inject(DeskApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = this.api.batch(this.batch);
  protected readonly shown = lastValue(this.resource);
  protected readonly act = new Act();

  private readonly isOpen = computed(() => ['held', 'proposed'].includes(this.shown()?.state ?? ''));
  protected readonly dryRun = this.api.dryRun(() => (this.isOpen() ? this.batch() : undefined));
  protected readonly effect = computed(() => (this.dryRun.hasValue() ? this.dryRun.value() : null));
  protected readonly events = computed(() => {
    const batch = this.shown();
    return batch ? batchEvents(batch) : [];
  });

  protected readonly isMissing = isMissing;
  protected readonly stateWords = batchStateWords;
  protected readonly votesWords = votesWords;

  constructor() {
    describePage(() =>
      this.shown() ? { title: $localize`Groep ${this.batch()}:batch:: stemmen in onderzoek` } : null,
    );
  }

  protected readonly proposing = (reason: string): Observable<VoteBatch> =>
    this.api.propose(this.batch(), reason);
  protected readonly releasing = (reason: string): Observable<VoteBatch> =>
    this.api.release(this.batch(), reason);
  protected readonly reinstating = (reason: string): Observable<VoteBatch> =>
    this.api.reinstate(this.batch(), reason);

  protected readonly saidProposed = (): string =>
    $localize`Uw voorstel staat klaar. Een collega moet nu beslissen. Tot dan blijven de stemmen in onderzoek.`;
  protected readonly saidReleased = (batch: VoteBatch): string =>
    $localize`${votesWords(batch.votes)}:votesWords: ${batch.votes === 1 ? $localize`telt` : $localize`tellen`}:words: weer mee.`;
  protected readonly saidReinstated = (batch: VoteBatch): string =>
    $localize`Het besluit is teruggedraaid. ${votesWords(batch.votes)}:votesWords: ${batch.votes === 1 ? $localize`is` : $localize`zijn`}:words: weer geldig.`;

  protected async invalidate(votes: number): Promise<void> {
    await this.act.run(
      this.api.invalidate(this.batch(), votes),
      (batch) =>
        $localize`${votesWords(batch.votes)}:votesWords: ${batch.votes === 1 ? $localize`is` : $localize`zijn`}:words: ongeldig. De reden staat nu bij de uitslag.`,
    );
    this.reload();
  }

  protected reload(): void {
    this.resource.reload();
    this.dryRun.reload();
  }
}
