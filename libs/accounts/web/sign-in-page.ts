import { Location } from '@angular/common';
import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import {
  type FieldTree,
  form,
  FormField,
  FormRoot,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
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
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { safeReturn, SignInMemory } from './sign-in-memory';
import { Visitor, type SignInProof } from './visitor';

const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;
const CODE_DIGITS = 6;

/**
 * Signing in without a password: an e-mail address, then the six digits or the link from the mail. Opening the link does
 * nothing yet, since mail scanners open links too: only the button does.
 */
@Component({
  selector: 'bs-sign-in-page',
  imports: [FormField, FormRoot, RouterLink, Field, FieldInput, Icon, Notice],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where to go after signing in (`?terug=`). */
  readonly terug = input<string>();
  /** The request that the mail belongs to (`?aanvraag=`). */
  readonly aanvraag = input<string>();

  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly memory = inject(SignInMemory);
  protected readonly visitor = inject(Visitor);

  /** The secret of the mailed link. It stands after the `#`, so no server, log or scanner sees it. */
  protected readonly linkToken = signal<string | null>(null);
  protected readonly email = signal<string | null>(null);
  protected readonly failure = signal<string | null>(null);
  protected readonly sent = signal(false);
  protected readonly goesOn = computed(() =>
    safeReturn(this.terug() ?? this.memory.of(this.aanvraag())?.returnTo),
  );

  protected readonly address: FieldTree<{ email: string }> = form(
    signal({ email: '' }),
    (path) => {
      validate(path.email, ({ value }) =>
        LOOKS_LIKE_EMAIL.test(value().trim())
          ? undefined
          : { kind: 'email', message: 'Vul uw e-mailadres in, zoals naam@voorbeeld.nl.' },
      );
    },
    {
      submission: {
        action: () => this.requestCode(this.address.email().value().trim()),
        onInvalid: () => focusFirstError(this.address),
      },
    },
  );

  protected readonly code: FieldTree<{ code: string }> = form(
    signal({ code: '' }),
    (path) => {
      validate(path.code, ({ value }) =>
        digitsOf(value()).length === CODE_DIGITS
          ? undefined
          : { kind: 'digits', message: 'De code heeft zes cijfers. Vul ze alle zes in.' },
      );
    },
    {
      submission: {
        action: () => this.enterCode(digitsOf(this.code.code().value())),
        onInvalid: () => focusFirstError(this.code),
      },
    },
  );

  constructor() {
    // Only after hydration: the server never saw the fragment, so the first render has to do without.
    afterNextRender(() => {
      const [address = '', fragment = ''] = this.location.path(true).split('#');
      const token = new URLSearchParams(fragment).get('sleutel');
      if (token) {
        this.linkToken.set(token);
        this.location.replaceState(address);
      }
      this.email.set(this.memory.of(this.aanvraag())?.email ?? null);
    });
  }

  protected error = shownError;

  protected async sendAgain(): Promise<void> {
    const email = this.email();
    if (!email) return void this.router.navigate([], { queryParams: { terug: this.goesOn() } });
    this.sent.set(false);
    await this.requestCode(email);
    this.sent.set(this.failure() === null);
  }

  protected followLink(): void {
    const token = this.linkToken();
    if (token) void this.signIn({ requestId: this.aanvraag() ?? '', token });
  }

  private async requestCode(email: string): Promise<TreeValidationResult> {
    this.failure.set(null);
    try {
      const request = await firstValueFrom(this.visitor.requestSignIn(email));
      this.memory.keep({ requestId: request.id, email, returnTo: this.goesOn() });
      this.email.set(email);
      this.linkToken.set(null);
      await this.router.navigate([], { queryParams: { aanvraag: request.id, terug: this.goesOn() } });
      return undefined;
    } catch (error) {
      const { code, fields } = failureOf(error);
      const message = failureWords(fields['email'] ?? code);
      if (this.aanvraag()) this.failure.set(message);
      return refusedBy(
        this.address,
        { kind: 'server', message, fieldTree: this.address.email },
        this.injector,
      );
    }
  }

  private async enterCode(code: string): Promise<TreeValidationResult> {
    const message = await this.signIn({ requestId: this.aanvraag() ?? '', code });
    if (message === null) return undefined;
    return refusedBy(this.code, { kind: 'server', message, fieldTree: this.code.code }, this.injector);
  }

  /** Null when signed in; else the words of what went wrong. */
  private async signIn(proof: SignInProof): Promise<string | null> {
    this.failure.set(null);
    const goesOn = this.goesOn();
    try {
      await firstValueFrom(this.visitor.signIn(proof));
      this.memory.forget();
      await this.router.navigateByUrl(goesOn);
      return null;
    } catch (error) {
      const message = failureWords(failureOf(error).code);
      if ('token' in proof) this.failure.set(message);
      return message;
    }
  }
}

/** People paste "482 913" and "482-913". */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
