import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaEntry } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { ProposalsApi } from '@buurtstem/proposals-web';
import { Icon, MomentPipe, Notice, Paragraphs, personName, Photo, WholePipe } from '@buurtstem/ui';
import { AgendaChanges } from '../agenda-changes';
import { BecameOfIt } from '../became-of-it';

/** All that a committee member reads of one winner: the whole plan, its additions and the official's explanation. */
@Component({
  selector: 'bs-paper',
  imports: [RouterLink, AgendaChanges, BecameOfIt, Icon, MomentPipe, Notice, Paragraphs, Photo, WholePipe],
  template: `@if (entry().item; as item) {
    <p class="bs-row">
      <span i18n class="bs-count"
        ><b>{{ item.proposal.votesFor | whole }}</b> voor</span
      ><span i18n class="bs-count bs-count--against">{{ item.proposal.votesAgainst | whole }} tegen</span>
      <span i18n class="bs-meta"
        >{{ personName(item.proposal.submitterName) }}, {{ entry().minutes }}&nbsp;minuten</span
      >
    </p>
    @if (item.proposal.picture; as picture) {
      <bs-photo class="bs-photo-frame--wide" [picture]="picture" />
    }
    <p class="bs-lead">{{ item.proposal.summary }}</p>
    @if (plan.hasValue()) {
      <h3 i18n>Het plan</h3>
      <bs-paragraphs [text]="plan.value().body" />
      @for (note of plan.value().notes; track note.addedAt) {
        <h3 i18n>Toegevoegd op {{ note.addedAt | moment: 'date' }}</h3>
        <bs-paragraphs [text]="note.text" />
      }
    } @else if (plan.error()) {
      <p i18n>Wij kunnen de tekst nu niet laten zien.</p>
      <button i18n class="bs-button bs-button--second" type="button" (click)="plan.reload()">
        Probeer het opnieuw
      </button>
    } @else {
      <p i18n role="status">De tekst wordt geladen.</p>
    }
    <a
      i18n
      class="bs-more"
      [routerLink]="['/', current.slug(), 'plannen', item.proposalNumber]"
      fragment="args"
      >Lees de argumenten<span class="bs-hidden"> bij {{ entry().title }}</span> <bs-icon name="next"
    /></a>
    @if (item.contextNote; as note) {
      <section class="bs-panel">
        <h3 i18n>Uitleg van de gemeente</h3>
        <bs-paragraphs [text]="note.text" />
        <p i18n class="bs-meta">
          {{ note.authorName }}, ambtenaar. Geschreven op {{ note.publishedAt | moment: 'date' }}.
        </p>
      </section>
    } @else {
      <div>
        <bs-notice kind="wait"><p i18n>De uitleg van de gemeente is er nog niet.</p></bs-notice>
      </div>
    }
    @if (item.outcomes.length > 0) {
      <h3 i18n>Eerder besloten</h3>
      <bs-became-of-it [item]="item" />
    }
    <bs-agenda-changes [changes]="item.changes" [title]="entry().title" />
  }`,
  host: { class: 'bs-stack' },
})
export class Paper {
  readonly entry = input.required<AgendaEntry>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly plan = inject(ProposalsApi).one(() => this.entry().item?.proposalNumber);
  protected readonly personName = personName;
}
