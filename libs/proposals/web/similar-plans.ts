import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { SimilarProposal } from '@buurtstem/contract';
import { cleanText, lengthOf, Photo, proposalStateWords, WholePipe } from '@buurtstem/ui';
import { catchError, debounceTime, distinctUntilChanged, map, type Observable, of, switchMap } from 'rxjs';
import { ProposalsApi } from './proposals-api';

const PAUSE_MS = 400;
/** A shorter text is like everything and like nothing. */
const SHORTEST = 8;

/** Plans that are like the one that is being written: help for who would do double work, never in the way. */
@Component({
  selector: 'bs-similar-plans',
  imports: [RouterLink, Photo, WholePipe],
  templateUrl: './similar-plans.html',
})
export class SimilarPlans {
  /** What is being written, as it is typed. */
  readonly title = input.required<string>();
  readonly district = input.required<string>();
  /** The number of the plan that is being changed, which is like itself. */
  readonly own = input<number | null>(null);
  /** The visitor goes to look at one of them. */
  readonly opened = output();

  private readonly api = inject(ProposalsApi);
  private readonly status = viewChild.required<ElementRef<HTMLElement>>('status');
  /** The visitor said that their plan is another one. */
  protected readonly isHidden = signal(false);
  private readonly found = toSignal(
    toObservable(this.title).pipe(
      debounceTime(PAUSE_MS),
      map(cleanText),
      distinctUntilChanged(),
      switchMap((text) => (lengthOf(text) < SHORTEST || this.isHidden() ? of([]) : this.like(text))),
    ),
    { initialValue: [] },
  );
  protected readonly plans = computed(() =>
    this.isHidden() ? [] : this.found().filter(({ number }) => number !== this.own()),
  );
  protected readonly said = computed(() => {
    if (this.isHidden()) return $localize`U schrijft verder aan uw eigen plan.`;
    const count = this.plans().length;
    if (count === 0) return '';
    return count === 1
      ? $localize`Eén plan lijkt op uw plan.`
      : $localize`${count}:count: plannen lijken op uw plan.`;
  });
  protected readonly stateWords = proposalStateWords;

  protected hide(): void {
    this.isHidden.set(true);
    // The button that was pressed disappears.
    this.status().nativeElement.focus();
  }

  private like(text: string): Observable<SimilarProposal[]> {
    return this.api.similar(text).pipe(
      map(({ items }) => items),
      // It is an offer, not an answer to a question: without it the visitor writes on, and need not know.
      catchError(() => of([])),
    );
  }
}
