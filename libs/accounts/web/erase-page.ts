import { Component, computed, inject, Injector, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  Notice,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './my-account/account-api';
import { SignInFirst } from './sign-in-first';
import { Visitor } from './visitor';

/** Erasing the account: what goes, what stays, and the e-mail address typed so that nobody does it by accident. */
@Component({
  selector: 'bs-erase-page',
  imports: [Field, FieldInput, FormField, Icon, Notice, RouterLink, SentForm, SignInFirst],
  templateUrl: './erase-page.html',
})
export class ErasePage {
  private readonly injector = inject(Injector);
  private readonly api = inject(AccountApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);
  protected readonly returnTo = computed(() => `/${this.current.slug()}/mijn/wissen`);
  protected readonly erased = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;

  protected readonly form: FieldTree<{ email: string }> = form(
    signal({ email: '' }),
    (path) => {
      validate(path.email, ({ value }) =>
        value().trim() === ''
          ? { kind: 'empty', message: $localize`Vul uw e-mailadres in. Zo weten wij zeker dat u dit wilt.` }
          : undefined,
      );
    },
    { submission: { action: () => this.erase(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async erase(): Promise<TreeValidationResult> {
    this.failure.set(null);
    try {
      await firstValueFrom(this.api.erase(this.form.email().value().trim()));
      this.erased.set(true);
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code !== 'email-does-not-match' && !failure.fields['email']) {
        this.failure.set(failureWords(failure));
        return undefined;
      }
      const message = failureWords('email-does-not-match');
      return refusedBy(this.form, { kind: 'server', message, fieldTree: this.form.email }, this.injector);
    }
  }
}
