import { afterNextRender, Component, inject, output, signal } from '@angular/core';
import type { SecondFactorChallenge } from '@buurtstem/contract';
import { failureOf, failureWords, Icon, Notice } from '@buurtstem/ui';
import { firstValueFrom, tap } from 'rxjs';
import { CodeForm } from './code-form';
import { passkeyFailure, Passkeys } from './passkeys';
import { SecondFactorApi } from './second-factor-api';

/** Passing the second step in this session. */
@Component({
  selector: 'bs-confirm-factor',
  imports: [CodeForm, Icon, Notice],
  template: `@if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    @if (challenge(); as asked) {
      @if (asked.passkeyOptions) {
        <div class="bs-actions">
          <button i18n class="bs-button" type="button" (click)="usePasskey()">
            <bs-icon name="key" /> Gebruik mijn passkey
          </button>
        </div>
      }
      @if (asked.kinds.includes('totp')) {
        @if (asked.passkeyOptions) {
          <h2 i18n>Of met uw app</h2>
        }
        <bs-code-form button="Bevestig" i18n-button [send]="confirmCode" />
      }
    } @else if (failure()) {
      <p><button i18n class="bs-button" type="button" (click)="ask()">Probeer het opnieuw</button></p>
    } @else {
      <p i18n role="status">Even geduld.</p>
    }`,
  host: { class: 'bs-stack bs-stack--l' },
})
export class ConfirmFactor {
  readonly confirmed = output();

  private readonly api = inject(SecondFactorApi);
  private readonly passkeys = inject(Passkeys);
  protected readonly challenge = signal<SecondFactorChallenge | null>(null);
  protected readonly failure = signal<string | null>(null);

  protected readonly confirmCode = (code: string) =>
    this.api.confirm({ code }).pipe(tap(() => this.confirmed.emit()));

  constructor() {
    // Not while rendering on the server: asking makes a challenge that belongs to this very visit.
    afterNextRender(() => void this.ask());
  }

  protected async ask(): Promise<void> {
    this.failure.set(null);
    try {
      this.challenge.set(await firstValueFrom(this.api.challenge()));
    } catch (error) {
      this.failure.set(failureWords(failureOf(error)));
    }
  }

  protected async usePasskey(): Promise<void> {
    const options = this.challenge()?.passkeyOptions;
    if (!options) return;
    this.failure.set(null);
    let passkey: object;
    try {
      passkey = await this.passkeys.use(options);
    } catch (error) {
      this.failure.set(passkeyFailure(error));
      return;
    }
    try {
      await firstValueFrom(this.api.confirm({ passkey }));
      this.confirmed.emit();
    } catch (error) {
      // A challenge is good for one try.
      await this.ask();
      this.failure.set(failureWords(failureOf(error)));
    }
  }
}
