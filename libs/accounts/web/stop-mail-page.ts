import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Unsubscription } from '@buurtstem/contract';
import { failureOf, Failed, Notice } from '@buurtstem/ui';
import { STOP_MAIL_WORDS } from './stop-mail-words';

/**
 * Behind the link in the foot of a mail: what it stops, and one button. The forms are sent by the browser itself, so that
 * they work before scripts load and without signing in; the API sends it back here.
 */
@Component({
  selector: 'bs-stop-mail-page',
  imports: [RouterLink, Failed, Notice],
  template: `<div class="bs-page bs-section bs-section--first">
    <div class="bs-wizard bs-stack bs-stack--l" [attr.lang]="language()">
      @if (isUnknown()) {
        <h1 i18n>Deze link werkt niet</h1>
        <p i18n class="bs-lead">
          Gebruik de link uit een andere mail, of kies op uw pagina welke mails u krijgt.
        </p>
        <p><a i18n class="bs-button" routerLink="/">Naar het begin</a></p>
      } @else if (resource.error()) {
        <bs-failed (again)="resource.reload()" />
      } @else if (state(); as shown) {
        <h1>{{ shown.isStopped ? words().headingStopped : words().heading }}</h1>
        <div role="status">
          @if (shown.isStopped) {
            <bs-notice kind="done">
              <p>{{ words().leadStopped }}</p>
            </bs-notice>
          } @else {
            <p class="bs-lead">{{ words().lead }}</p>
          }
        </div>
        <ul>
          @for (topic of shown.topics; track topic.topic) {
            <li>{{ words().topics[topic.topic] }}</li>
          }
        </ul>
        <form method="post" [attr.action]="action()">
          <input type="hidden" name="keuze" [value]="shown.isStopped ? 'weer-aan' : 'stoppen'" />
          <button class="bs-button" [class.bs-button--second]="shown.isStopped" type="submit">
            {{ shown.isStopped ? words().startAgain : words().stop }}
          </button>
        </form>
        <p class="bs-meta">{{ words().always }}</p>
      } @else {
        <p i18n role="status">De pagina wordt geladen.</p>
      }
    </div>
  </div>`,
})
export class StopMailPage {
  /** From the mail. */
  readonly token = input.required<string>();

  protected readonly action = computed(() => `/api/v1/unsubscriptions/${encodeURIComponent(this.token())}`);
  protected readonly resource = httpResource<Unsubscription>(() => this.action());
  protected readonly isUnknown = computed(
    () => failureOf(this.resource.error()).code === 'unsubscribe-link-not-valid',
  );
  protected readonly state = computed(() => {
    if (!this.resource.hasValue()) return null;
    const { topics } = this.resource.value();
    return { topics, isStopped: topics.every(({ delivery }) => delivery === 'never') };
  });
  protected readonly language = computed(() =>
    this.resource.hasValue() ? this.resource.value().language : 'nl',
  );
  protected readonly words = computed(() => STOP_MAIL_WORDS[this.language()]);
}
