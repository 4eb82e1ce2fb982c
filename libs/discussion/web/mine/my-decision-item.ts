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
import { RouterLink } from '@angular/router';
import type { MyDecision } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { dateInFull, Notice, TextForm } from '@buurtstem/ui';
import { InPlace } from '../in-place';
import { reasonName } from '../reason-words';
import { MineApi } from './mine-api';
import { appealWords, decisionWords, yours } from './my-decision-words';

/** One decision: what it was about, why, and the appeal against it. */
@Component({
  selector: 'bs-my-decision',
  imports: [RouterLink, InPlace, Notice, TextForm],
  templateUrl: './my-decision-item.html',
  host: { class: 'bs-stack bs-stack--s' },
})
export class MyDecisionItem {
  readonly decision = input.required<MyDecision>();
  readonly district = input.required<string>();
  readonly changed = output<MyDecision>();

  private readonly api = inject(MineApi);
  private readonly form = viewChild(InPlace);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly limits = TEXT_LENGTHS.appeal;
  /** Whether the appeal came in just now. */
  protected readonly isAppealed = signal(false);

  protected readonly what = computed(() => decisionWords(this.decision()));
  protected readonly reason = computed(() => reasonName(this.decision().reason));
  protected readonly appealState = computed(() => appealWords(this.decision()));
  protected readonly about = computed(
    () => $localize`tegen het besluit over ${yours(this.decision())}:yours:`,
  );
  /** "25 november 2026, bij" where the plan's name follows. */
  protected readonly when = computed(() => {
    const { decidedAt, proposalTitle } = this.decision();
    return `${dateInFull(decidedAt)}${proposalTitle ? $localize`, bij` : ''}`;
  });
  protected readonly appeal = (text: string) => this.api.appeal(this.decision().caseNumber, text);

  protected show(decision: MyDecision): void {
    this.isAppealed.set(true);
    this.changed.emit(decision);
    // The button that opened the form disappears with it.
    this.heading().nativeElement.focus();
  }

  protected close(): void {
    this.form()?.close();
  }
}
