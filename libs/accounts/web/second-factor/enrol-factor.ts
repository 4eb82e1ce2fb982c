import { Component, computed, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import type { TotpEnrolment } from '@buurtstem/contract';
import { failureOf, failureWords, Icon, Notice } from '@buurtstem/ui';
import { firstValueFrom, tap } from 'rxjs';
import { CodeForm } from './code-form';
import { passkeyFailure, Passkeys } from './passkeys';
import { QrCode } from './qr-code';
import { SecondFactorApi } from './second-factor-api';

const LABELS = { app: $localize`Authenticatie-app`, passkey: 'Passkey' };

/** Setting up a second step: a passkey of the device, or an app that shows codes. */
@Component({
  selector: 'bs-enrol-factor',
  imports: [CodeForm, Icon, Notice, QrCode],
  templateUrl: './enrol-factor.html',
})
export class EnrolFactor {
  readonly enrolled = output();

  private readonly api = inject(SecondFactorApi);
  private readonly passkeys = inject(Passkeys);
  private readonly appHeading = viewChild<ElementRef<HTMLElement>>('appHeading');
  protected readonly app = signal<TotpEnrolment | null>(null);
  protected readonly failure = signal<string | null>(null);
  /** In groups of four, as people copy it. */
  protected readonly secret = computed(() => this.app()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');
  private sending = false;

  protected readonly confirmApp = (code: string) =>
    this.api.confirmTotp(this.app()?.id ?? '', code).pipe(tap(() => this.enrolled.emit()));

  protected startApp(): Promise<void> {
    return this.guarded(async () => {
      this.app.set(await firstValueFrom(this.api.enrolTotp(LABELS.app)));
      setTimeout(() => this.appHeading()?.nativeElement.focus());
    });
  }

  protected startPasskey(): Promise<void> {
    return this.guarded(async () => {
      const enrolment = await firstValueFrom(this.api.enrolPasskey(LABELS.passkey));
      let response: object;
      try {
        response = await this.passkeys.create(enrolment.options);
      } catch (error) {
        this.failure.set(passkeyFailure(error));
        return;
      }
      await firstValueFrom(this.api.confirmPasskey(enrolment.id, response));
      this.enrolled.emit();
    });
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(failureWords(failureOf(error)));
    } finally {
      this.sending = false;
    }
  }
}
