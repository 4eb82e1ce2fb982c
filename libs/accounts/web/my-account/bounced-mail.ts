import { Component, inject, input, output, signal } from '@angular/core';
import { failureOf, failureWords, MomentPipe, Notice } from '@buurtstem/ui';
import { AccountApi } from './account-api';

/** Says that mail to this address comes back, with the button for who knows that it works again. */
@Component({
  selector: 'bs-bounced-mail',
  imports: [MomentPipe, Notice],
  template: `<div role="status">
      @if (said() && since() === null) {
        <bs-notice kind="done"><p i18n>U krijgt weer mails over plannen.</p></bs-notice>
      } @else if (since(); as moment) {
        <bs-notice kind="wait" icon="alert">
          <p i18n>
            <strong>Uw e-mailadres werkt niet.</strong> Sinds {{ moment | moment: 'date' }} komen onze mails
            terug. Daarom krijgt u geen nieuws over plannen.
          </p>
          <p i18n>Is uw mailbox vol? Maak eerst ruimte.</p>
          <p>
            <button i18n class="bs-button" type="button" (click)="confirm()">
              Mijn e-mailadres werkt weer
            </button>
          </p>
        </bs-notice>
      }
    </div>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }`,
})
export class BouncedMail {
  /** Null where mail arrives. */
  readonly since = input.required<string | null>();
  readonly confirmed = output();

  private readonly api = inject(AccountApi);
  protected readonly said = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected confirm(): void {
    this.failure.set(null);
    this.api.confirmAddress().subscribe({
      next: () => {
        this.said.set(true);
        this.confirmed.emit();
      },
      error: (error: unknown) => this.failure.set(failureWords(failureOf(error))),
    });
  }
}
