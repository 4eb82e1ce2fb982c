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
import type { Person } from '@buurtstem/contract';
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
import { firstValueFrom, type Observable, of } from 'rxjs';
import { CODE_DIGITS, digitsOf } from './code-digits';
import { safeReturn, SignInMemory } from './sign-in-memory';
import { Visitor, type SignInProof } from './visitor';

const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;

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
  protected readonly noName = $localize`Bewoner zonder naam`;
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
  /** More people share the address, and it is not known yet which of them this is. */
  protected readonly choosing = signal(false);
  private readonly arrivedWith = signal<string | null>(null);
  protected readonly goesOn = computed(
    () => this.arrivedWith() ?? safeReturn(this.terug() ?? this.memory.of(this.aanvraag())?.returnTo),
  );
  protected readonly goesOnLink = computed(() => this.router.parseUrl(this.goesOn()));

  protected readonly address: FieldTree<{ email: string }> = form(
    signal({ email: '' }),
    (path) => {
      validate(path.email, ({ value }) =>
        LOOKS_LIKE_EMAIL.test(value().trim())
          ? undefined
          : { kind: 'email', message: $localize`Vul uw e-mailadres in, zoals naam@voorbeeld.nl.` },
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
          : { kind: 'digits', message: $localize`De code heeft zes cijfers. Vul ze alle zes in.` },
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
      const failure = failureOf(error);
      const message = failureWords(failure.fields['email'] ?? failure);
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

  /** Who of those who share the address it is; null stays who signed in. */
  protected goOnAs(person: Person | null): void {
    this.failure.set(null);
    const known: Observable<unknown> = person === null ? of(null) : this.visitor.switchTo(person.id);
    known.subscribe({
      next: () => void this.router.navigateByUrl(this.goesOn()),
      error: (error: unknown) => this.failure.set(failureWords(failureOf(error))),
    });
  }

  /** Null when signed in; else the words of what went wrong. */
  private async signIn(proof: SignInProof): Promise<string | null> {
    this.failure.set(null);
    const goesOn = this.goesOn();
    try {
      this.arrivedWith.set(goesOn);
      const { account } = await firstValueFrom(this.visitor.signIn(proof));
      this.memory.forget();
      this.choosing.set((account?.household.others.length ?? 0) > 0);
      if (!this.choosing()) await this.router.navigateByUrl(goesOn);
      return null;
    } catch (error) {
      const message = failureWords(failureOf(error));
      if ('token' in proof) this.failure.set(message);
      return message;
    }
  }
}
