import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Act, ActResult, DeskFailed, lastValue, MomentPipe } from '@buurtstem/ui';
import { tap, type Observable } from 'rxjs';
import { DeskApi } from './desk-api';
import type { VoteBatch, VoteSignal } from '@buurtstem/contract';
import { batchStateWords, signalKey, signalWords, sourceWords, spanWords, votesWords } from './desk-words';
import { ReasonForm } from './reason-form';

/** Where the clerk sees votes that stand out, and sets them apart until two people have looked at them. */
@Component({
  selector: 'bs-fraud-desk-page',
  imports: [RouterLink, ActResult, DeskFailed, MomentPipe, ReasonForm],
  templateUrl: './fraud-desk-page.html',
})
export class FraudDeskPage {
  private readonly api = inject(DeskApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly current = inject(CurrentDistrict);
  protected readonly signals = this.api.signals();
  protected readonly batches = this.api.batches();
  protected readonly signalList = lastValue(this.signals);
  protected readonly batchList = lastValue(this.batches);

  protected readonly act = new Act();
  /** The batch that was just made. */
  protected readonly made = signal<number | null>(null);
  private readonly opened = signal<string | null>(null);
  protected readonly error = computed(() => this.signals.error() ?? this.batches.error());

  protected readonly kindWords = signalWords;
  protected readonly stateWords = batchStateWords;
  protected readonly sourceWords = sourceWords;
  protected readonly spanWords = spanWords;
  protected readonly votesWords = votesWords;
  protected readonly keyOf = signalKey;

  protected holdLabel({ votes, proposal, label }: VoteSignal): string {
    return $localize`Zet in onderzoek: ${votesWords(votes)}:votes: op ${proposal.title}:title:, ${label}:where:`;
  }

  protected isOpened(one: VoteSignal): boolean {
    return this.opened() === signalKey(one);
  }

  protected open(one: VoteSignal): void {
    this.opened.set(signalKey(one));
    this.focusNext('#notitie');
  }

  protected close(index: number): void {
    this.opened.set(null);
    this.focusNext(`#signaal-${index}`);
  }

  protected readonly holding =
    (one: VoteSignal) =>
    (note: string): Observable<VoteBatch> =>
      this.api
        .hold(one.proposal.number, one.criteria, note)
        .pipe(tap((batch) => this.made.set(batch.number)));

  protected readonly saidHeld = (batch: VoteBatch): string =>
    $localize`${votesWords(batch.votes)}:votesWords: ${batch.votes === 1 ? $localize`staat` : $localize`staan`}:words: nu in onderzoek. Dit is groep ${batch.number}:number:.`;

  protected finished(): void {
    this.opened.set(null);
    this.reload();
  }

  /** What was pressed is gone from the page: the focus goes to what came in its place. */
  private focusNext(selector: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  protected reload(): void {
    this.signals.reload();
    this.batches.reload();
  }
}
