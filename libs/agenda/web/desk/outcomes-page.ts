import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import type { AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { isPermitted } from '@buurtstem/shared-domain';
import {
  Act,
  ActResult,
  dateInFull,
  days,
  daysUntil,
  DeskFailed,
  Icon,
  lastValue,
  MomentPipe,
  PageClock,
} from '@buurtstem/ui';
import { AgendaApi } from '../agenda-api';
import { decisionBadge, isAdopted } from '../agenda-words';
import { isLate } from '../track';
import { OpenRow } from './open-row';
import { OutcomeForm } from './outcome-form';
import { ProgressForm } from './progress-form';

/** Plans that wait for the committee's outcome, what is late first; then those of which people want to hear how it goes. */
@Component({
  selector: 'bs-outcomes-page',
  imports: [RouterLink, ActResult, DeskFailed, Icon, MomentPipe, OutcomeForm, ProgressForm],
  templateUrl: './outcomes-page.html',
})
export class OutcomesPage {
  private readonly visitor = inject(Visitor);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(AgendaApi).items();
  private readonly list = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly row = new OpenRow();

  protected readonly items = computed(() => this.list()?.items ?? null);
  /** An official tells how it goes; what the committee decided is for the clerk to say. */
  protected readonly mayDecide = computed(() =>
    isPermitted('record-outcome', this.visitor.account()?.roles ?? [], this.current.slug()),
  );
  protected readonly waiting = computed(() =>
    (this.items() ?? [])
      .filter(({ state }) => state === 'discussed')
      .sort((one, other) => dueOf(one) - dueOf(other))
      .map((item) => ({ item, isLate: isLate(item, this.now), clock: clockWords(item, this.now) })),
  );
  protected readonly underWay = computed(() =>
    (this.items() ?? [])
      .filter((item) => isAdopted(item) && item.state !== 'discussed' && item.proposal.state !== 'done')
      .sort((one, other) => newsOf(one) - newsOf(other))
      .map((item) => ({
        item,
        badge: item.outcome && decisionBadge(item.outcome.decision),
        latest: item.progress.at(-1) ?? null,
      })),
  );

  protected open(item: AgendaItem): void {
    this.act.forget();
    this.row.open(item.id, 'plan');
  }

  protected finished(): void {
    this.row.finish();
    this.resource.reload();
  }
}

const dueOf = ({ answerDueAt }: AgendaItem): number => (answerDueAt ? Date.parse(answerDueAt) : Infinity);

/** Of whom nothing was heard the longest, comes first. */
const newsOf = ({ progress, outcome }: AgendaItem): number =>
  Date.parse(progress.at(-1)?.reportedAt ?? outcome?.decidedAt ?? '');

function clockWords({ answerDueAt }: AgendaItem, now: Date): string | null {
  if (answerDueAt === null) return null;
  const left = daysUntil(answerDueAt, now);
  if (Date.parse(answerDueAt) < now.getTime())
    return left < 0 ? $localize`${days(-left)}:left: te laat` : $localize`Te laat`;
  return left === 0
    ? $localize`Vandaag`
    : $localize`Nog ${days(left)}:left:, tot ${dateInFull(answerDueAt)}:answerDueAt:`;
}
