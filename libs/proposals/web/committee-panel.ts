import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '@buurtstem/contract';
import { days, daysUntil, Icon, MomentPipe, PageClock, Paragraphs, proposalStateWords } from '@buurtstem/ui';

/** What became of a plan that won, beside the plan: the meeting, the official's explanation, the outcomes, the latest news. */
@Component({
  selector: 'bs-committee-panel',
  imports: [RouterLink, Icon, MomentPipe, Paragraphs],
  template: `@let here = item();
    <section class="bs-panel" aria-labelledby="vervolg">
      <h2 i18n id="vervolg">Bij de commissie</h2>
      @if (here.meeting; as meeting) {
        <p class="bs-with-icon">
          <bs-icon name="calendar" />
          @if (here.state === 'scheduled') {
            <span i18n
              >Dit plan staat op de
              <a [routerLink]="['/', district(), 'agenda', meeting.id]"
                >agenda van {{ meeting.startsAt | moment: 'day-and-time' }}</a
              >.</span
            >
          } @else {
            <span i18n
              >Dit plan stond op de
              <a [routerLink]="['/', district(), 'agenda', meeting.id]"
                >agenda van {{ meeting.startsAt | moment: 'day-and-time' }}</a
              >.</span
            >
          }
        </p>
      } @else if (here.state === 'queued') {
        <p i18n>Dit plan komt op de agenda van de eerste vergadering met plaats.</p>
      }
      @if (clock(); as words) {
        <p class="bs-with-icon" [class.bs-late]="isLate()">
          <bs-icon [name]="isLate() ? 'late' : 'clock'" /><span>{{ words }}</span>
        </p>
      }
      @if (moved(); as change) {
        <p>
          <strong>
            @if (change.verb === 'taken-off') {
              <span i18n>Van een agenda gehaald.</span>
            } @else {
              <span i18n>Verplaatst naar een andere vergadering.</span>
            }
          </strong>
          {{ change.reason }}
        </p>
      }
      @for (outcome of here.outcomes; track outcome.decidedAt) {
        <h3 i18n>{{ words(outcome.decision) }} op {{ outcome.decidedAt | moment: 'date' }}</h3>
        <bs-paragraphs [text]="outcome.reasons" />
        @if (outcome.vote; as vote) {
          <p i18n class="bs-meta">
            De commissie stemde: {{ vote.votesFor }} voor, {{ vote.votesAgainst }} tegen,
            {{ vote.votesAbstained }} onthouding.
          </p>
        }
      }
      @if (here.progress.at(-1); as report) {
        <h3 i18n>Bericht van {{ report.reportedAt | moment: 'date' }}</h3>
        <bs-paragraphs [text]="report.text" />
      }
      @if (here.contextNote; as note) {
        <details class="bs-filter">
          <summary><span i18n>Uitleg van de gemeente</span></summary>
          <div class="bs-filter__body">
            <bs-paragraphs [text]="note.text" />
            <p i18n class="bs-meta">
              {{ note.authorName }}, ambtenaar. Geschreven op {{ note.publishedAt | moment: 'date' }}.
            </p>
          </div>
        </details>
      }
      <a i18n class="bs-more" [routerLink]="['/', district(), 'opvolging']"
        >Wat is ermee gebeurd? <bs-icon name="next"
      /></a>
    </section>`,
})
export class CommitteePanel {
  readonly item = input.required<AgendaItem>();
  readonly district = input.required<string>();

  private readonly now = inject(PageClock).now();
  protected readonly words = proposalStateWords;
  protected readonly isLate = computed(() => {
    const { answerDueAt } = this.item();
    return answerDueAt !== null && Date.parse(answerDueAt) < this.now.getTime();
  });
  /** How long the committee has left; null before the meeting and after the answer. */
  protected readonly clock = computed(() => {
    const { answerDueAt, state } = this.item();
    if (answerDueAt === null || (state !== 'discussed' && !this.isLate())) return null;
    const left = daysUntil(answerDueAt, this.now);
    if (this.isLate())
      return left < 0
        ? $localize`Het besluit is ${days(-left)}:left: te laat.`
        : $localize`Het besluit is te laat.`;
    return left === 0
      ? $localize`Het besluit moet er vandaag zijn.`
      : $localize`Het besluit moet er zijn binnen ${days(left)}:left:.`;
  });
  /** The last time that somebody chose to move it: that has a reason. */
  protected readonly moved = computed(
    () =>
      this.item()
        .changes.filter(({ verb }) => verb === 'moved' || verb === 'taken-off')
        .at(-1) ?? null,
  );
}
