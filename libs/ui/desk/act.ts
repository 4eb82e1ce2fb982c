import {
  afterNextRender,
  Component,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { firstValueFrom, type Observable } from 'rxjs';
import { Notice } from '../notice';
import { failureOf, failureWords, type Failure } from '../words/problem';

/** One thing that can be done on a page: whether it is under way, and what came of it. */
export class Act {
  private readonly underWay = signal(false);
  private readonly saidDone = signal<string | null>(null);
  private readonly saidFailure = signal<string | null>(null);
  readonly isUnderWay = this.underWay.asReadonly();
  readonly done = this.saidDone.asReadonly();
  readonly failure = this.saidFailure.asReadonly();

  /** Null when it was done. A second press while the first is under way does nothing. */
  async run<T>(request: Observable<T>, said: (answer: T) => string): Promise<Failure | null> {
    if (this.underWay()) return null;
    this.underWay.set(true);
    this.forget();
    try {
      const answer = await firstValueFrom(request);
      this.saidDone.set(said(answer));
      return null;
    } catch (error) {
      const failure = failureOf(error);
      this.saidFailure.set(failureWords(failure));
      return failure;
    } finally {
      this.underWay.set(false);
    }
  }

  /** Takes the words of the last time away: the page now speaks of something else, or a field says it. */
  forget(): void {
    this.saidDone.set(null);
    this.saidFailure.set(null);
  }
}

/**
 * What came of an act. It takes the focus when it is there: what was pressed may be gone from the page by then. Keep it in
 * the page all the time, or it is not read out.
 */
@Component({
  selector: 'bs-act-result',
  imports: [Notice],
  template: `<div tabindex="-1" #result>
    <div role="status">
      @if (act().done(); as words) {
        <bs-notice kind="done">
          <p>{{ words }}</p>
        </bs-notice>
      }
    </div>
    @if (act().failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
  </div>`,
  host: { class: 'bs-result' },
})
export class ActResult {
  readonly act = input.required<Act>();
  private readonly result = viewChild.required<ElementRef<HTMLElement>>('result');

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      if (this.act().done() === null && this.act().failure() === null) return;
      afterNextRender({ write: () => this.result().nativeElement.focus() }, { injector });
    });
  }
}

/**
 * The refusals that belong beside a field; none when the failure is about the act as a whole. `home` names the field for
 * a refusal that the API gives without one.
 */
export function refusalsAt(
  failure: Failure,
  fields: Readonly<Record<string, FieldTree<string>>>,
  home: Partial<Record<Failure['code'], string>> = {},
): ValidationError.WithFieldTree[] {
  const field = home[failure.code];
  const named = field ? { [field]: failure.code, ...failure.fields } : failure.fields;
  return Object.entries(named).flatMap(([name, code]) => {
    const fieldTree = fields[name];
    return fieldTree ? [{ kind: 'server', message: failureWords(code), fieldTree }] : [];
  });
}
