import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseText, ModerationCase, SignalPlace } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { isInText, writtenWords } from './case-words';
import { MarkedText } from './marked-text';

/** What a case is about, as it stands there: the words or the picture, by whom and when. */
@Component({
  selector: 'bs-case-quote',
  imports: [RouterLink, MarkedText],
  template: `<blockquote
      class="bs-quote"
      [class.bs-quote--for]="case().side === 'for'"
      [class.bs-quote--plain]="case().side === null"
    >
      @if (case().pictureUrl; as url) {
        <img class="bs-case__picture" [src]="url" [alt]="case().text.body" />
      }
      @if (text().title; as title) {
        <p>
          <strong><bs-marked-text [text]="title" [matches]="found('title')" /></strong>
        </p>
      }
      @if (text().summary; as summary) {
        <p><bs-marked-text [text]="summary" [matches]="found('summary')" /></p>
      }
      @if (text().body; as body) {
        <p>
          @if (case().pictureUrl) {
            <span i18n>Beschrijving: </span>
          }
          @if (case().subject === 'argument') {
            <span>“</span>
          }
          <bs-marked-text [text]="body" [matches]="found('body')" />
          @if (case().subject === 'argument') {
            <span>”</span>
          }
        </p>
      }
      <p class="bs-meta">{{ written() }}</p>
    </blockquote>
    <p>
      <a i18n [routerLink]="['/', current.slug(), 'plannen', case().proposal.number]"
        >Bekijk de pagina van het plan</a
      >
    </p>
    @if (case().original; as original) {
      <details class="bs-filter">
        <summary i18n>Wat er eerst stond</summary>
        <blockquote class="bs-quote bs-quote--plain">
          @for (part of partsOf(original); track $index) {
            <p class="bs-pre">{{ part }}</p>
          }
        </blockquote>
        <p i18n class="bs-meta">Dit bewaren wij tot het besluit vaststaat. Bewoners zien het niet.</p>
      </details>
    }`,
  host: { class: 'bs-stack bs-stack--s' },
})
export class CaseQuote {
  readonly case = input.required<ModerationCase>();

  protected readonly current = inject(CurrentDistrict);
  protected readonly text = computed(() => this.case().text);
  protected readonly written = computed(() => writtenWords(this.case()));

  protected found(place: SignalPlace): readonly string[] {
    return this.case()
      .hints.filter((hint) => hint.place === place && isInText(hint))
      .map(({ match }) => match);
  }

  protected partsOf({ title, summary, body }: CaseText): readonly string[] {
    return [title, summary, body].filter((part) => part !== '');
  }
}
