import { Component, computed, input } from '@angular/core';
import type { Accessibility } from '@buurtstem/contract';
import type { PageText as Texts } from '@buurtstem/pages-domain';
import { LANGUAGE, type Language, MomentPipe } from '@buurtstem/ui';
import { statusWords } from './accessibility-words';
import { PageText } from './page-text';

/** The language in which this site can show the page: its own, where somebody wrote the page in it. */
export function languageOf(page: Pick<Texts, 'titleEn'> | null): Language {
  return LANGUAGE === 'en' && !!page?.titleEn ? 'en' : 'nl';
}

/** The title in the language of the site, where there is one. */
export function titleOf(page: Pick<Texts, 'title' | 'titleEn'>): string {
  return languageOf(page) === 'en' ? page.titleEn : page.title;
}

/** A page as everybody reads it; its editor sees the same one before it is published. */
@Component({
  selector: 'bs-page-content',
  imports: [MomentPipe, PageText],
  template: `
    <article class="bs-stack bs-stack--l" [attr.lang]="language() === own ? null : language()">
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
  readonly language = input<Language>('nl');
  readonly accessibility = input<Accessibility | null>(null);
  readonly changedAt = input<string | null>(null);

  protected readonly own = LANGUAGE;
  protected readonly shown = computed(() => {
    const { title, body, titleEn, bodyEn } = this.page();
    return this.language() === 'en' ? { title: titleEn, body: bodyEn } : { title, body };
  });
  protected readonly status = computed(() => {
    const claim = this.accessibility();
    return claim ? statusWords(claim.status) : '';
  });
}
