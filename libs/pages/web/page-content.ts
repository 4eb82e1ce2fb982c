import { Component, computed, input } from '@angular/core';
import type { Accessibility } from '@buurtstem/contract';
import type { PageText as Texts } from '@buurtstem/pages-domain';
import { MomentPipe } from '@buurtstem/ui';
import { statusWords } from './accessibility-words';
import { PageText } from './page-text';

export type PageLanguage = 'nl' | 'en';

/** A page as everybody reads it; its editor sees the same one before it is published. */
@Component({
  selector: 'bs-page-content',
  imports: [MomentPipe, PageText],
  template: `
    <article class="bs-stack bs-stack--l" [attr.lang]="language() === 'en' ? 'en' : null">
      <h1>{{ shown().title }}</h1>
      @if (accessibility(); as claim) {
        <dl class="bs-facts bs-facts--page bs-text">
          <dt i18n>Status</dt>
          <dd>{{ status() }}</dd>
          @if (claim.contact) {
            <dt i18n>Meld een probleem</dt>
            <dd class="bs-break">
              <a [href]="'mailto:' + claim.contact">{{ claim.contact }}</a>
            </dd>
          }
          @if (claim.auditUrl) {
            <dt i18n>Onderzoek</dt>
            <dd>
              <a [href]="claim.auditUrl" i18n>Lees het rapport</a>
            </dd>
          }
        </dl>
      }
      <bs-page-text [text]="shown().body" />
      @if (changedAt(); as at) {
        <p class="bs-meta" i18n>Laatst veranderd op {{ at | moment: 'date' }}.</p>
      }
    </article>
  `,
})
export class PageContent {
  readonly page = input.required<Texts>();
  readonly language = input<PageLanguage>('nl');
  readonly accessibility = input<Accessibility | null>(null);
  readonly changedAt = input<string | null>(null);

  protected readonly shown = computed(() => {
    const { title, body, titleEn, bodyEn } = this.page();
    return this.language() === 'en' ? { title: titleEn, body: bodyEn } : { title, body };
  });
  protected readonly status = computed(() => {
    const claim = this.accessibility();
    return claim ? statusWords(claim.status) : '';
  });
}
