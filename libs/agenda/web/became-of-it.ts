import { Component, computed, input } from '@angular/core';
import type { AgendaItem } from '@buurtstem/contract';
import { Icon, MomentPipe, Paragraphs, Photo } from '@buurtstem/ui';
import { committeeVoteWords, decisionBadge } from './agenda-words';

/** All that is known of a winner: each outcome with its reasons and the committee's vote, then what was done since. */
@Component({
  selector: 'bs-became-of-it',
  imports: [Icon, MomentPipe, Paragraphs, Photo],
  template: `
    @for (outcome of outcomes(); track outcome.decidedAt) {
      <section class="bs-stack bs-stack--s">
        <p class="bs-row">
          <span class="bs-badge" [class]="outcome.badge.kind"
            ><bs-icon [name]="outcome.badge.icon" />{{ outcome.badge.words }}</span
          >
          <strong i18n>Besluit van {{ outcome.decidedAt | moment: 'date' }}</strong>
        </p>
        <bs-paragraphs [text]="outcome.reasons" />
        @if (outcome.votes; as words) {
          <p i18n class="bs-meta">De commissie stemde: {{ words }}.</p>
        }
      </section>
    }
    @for (report of item().progress; track report.reportedAt) {
      <section class="bs-stack bs-stack--s">
        <p class="bs-row">
          @if (report.finishes) {
            <span i18n class="bs-badge bs-badge--done"><bs-icon name="check" />Klaar</span>
          }
          <strong i18n>Bericht van {{ report.reportedAt | moment: 'date' }}</strong>
        </p>
        <bs-paragraphs [text]="report.text" />
        @if (report.picture; as picture) {
          <bs-photo class="bs-photo-frame--wide" [picture]="picture" />
        }
        <p i18n class="bs-meta">Wie dit doet: {{ report.responsible }}</p>
      </section>
    }
  `,
  host: { class: 'bs-stack bs-stack--l' },
})
export class BecameOfIt {
  readonly item = input.required<AgendaItem>();

  protected readonly outcomes = computed(() =>
    this.item().outcomes.map((outcome) => ({
      ...outcome,
      badge: decisionBadge(outcome.decision),
      votes: outcome.vote ? committeeVoteWords(outcome.vote) : null,
    })),
  );
}
