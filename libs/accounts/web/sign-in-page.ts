import { Location } from '@angular/common';
import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Person } from '@buurtstem/contract';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  LANGUAGE_PATH,
  failureSaid,
  Notice,
  PostForm,
  refusedBy,
  shownError,
  takeOver,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { CODE_DIGITS, digitsOf } from './code-digits';
import { safeReturn, SignInMemory } from './sign-in-memory';
import { typedEmail } from './typed-email';
import { Visitor, type SignInProof } from './visitor';

const FORM = 'inloggen';
const EMAIL_SHAPE = $localize`Vul uw e-mailadres in, zoals naam@voorbeeld.nl.`;
const SIX_DIGITS = $localize`De code heeft zes cijfers. Vul ze alle zes in.`;
const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;

/**
 * Signing in without a password: an e-mail address, then the six digits or the link from the mail. Opening the link does
 * nothing yet, since mail scanners open links too: only the button does.
 */
@Component({
  selector: 'bs-sign-in-page',
  imports: [FormField, RouterLink, Field, FieldInput, Icon, Notice, PostForm],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  protected readonly noName = $localize`Bewoner zonder naam`;
  /** Where to go after signing in (`?terug=`). */
  readonly terug = input<string>();
  /** The request that the mail belongs to (`?aanvraag=`). */
  readonly aanvraag = input<string>();
  /** Set after a form without scripts, on an address that more people share (`?wie=`). */
  readonly wie = input<string>();
  /** Why such a form was refused (`?melding=`), and how long to wait (`?wacht=`). */
  readonly melding = input<string>();
  readonly wacht = input<string>();

  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly memory = inject(SignInMemory);
  protected readonly visitor = inject(Visitor);

  /** The secret of the mailed link. It stands after the `#`, so no server, log or scanner sees it. */
  protected readonly linkToken = signal<string | null>(null);
  private readonly typed = typedEmail();
  protected readonly email = signal(this.typed || null);
  protected readonly failure = signal<string | null>(null);
  protected readonly sent = signal(false);
  /** More people share the address, and it is not known yet which of them this is. */
  protected readonly choosing = signal(false);
  private readonly arrivedWith = signal<string | null>(null);
  protected readonly goesOn = computed(
    () => this.arrivedWith() ?? safeReturn(this.terug() ?? this.memory.of(this.aanvraag())?.returnTo),
  );
  protected readonly isAskedWho = computed(
    () => this.wie() !== undefined && (this.visitor.account()?.household.others.length ?? 0) > 0,
  );
  /** The words for a refusal of a form that was sent without scripts. */
  protected readonly said = computed(() => {
    const code = this.melding();
    if (code === undefined || code === 'sign-in-first') return null;
    if (code === 'invalid-input') return this.aanvraag() ? SIX_DIGITS : EMAIL_SHAPE;
    return failureWords(failureSaid(code, this.wacht()));
  });
  protected readonly goesOnLink = computed(() => this.router.parseUrl(this.goesOn()));

  protected readonly address: FieldTree<{ email: string }> = form(
    signal({ email: this.typed }),
    (path) => {
      validate(path.email, ({ value }) =>
        LOOKS_LIKE_EMAIL.test(value().trim()) ? undefined : { kind: 'email', message: EMAIL_SHAPE },
      );
    },
    {
      submission: {
        action: () => this.requestCode(this.address.email().value().trim()),
        onInvalid: () => focusFirstError(this.address),
      },
      name: FORM,
    },
  );

  protected readonly code: FieldTree<{ code: string }> = form(
    signal({ code: '' }),
    (path) => {
      validate(path.code, ({ value }) =>
        digitsOf(value()).length === CODE_DIGITS ? undefined : { kind: 'digits', message: SIX_DIGITS },
      );
    },
    {
      submission: {
        action: () => this.enterCode(digitsOf(this.code.code().value())),
        onInvalid: () => focusFirstError(this.code),
      },
      name: FORM,
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
      this.email.update((typed) => this.memory.of(this.aanvraag())?.email ?? typed);
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

  protected resend(event: Event): void {
    if (takeOver(event)) void this.sendAgain();
  }

  /** Where a form posts to while there are no scripts; what it needs to come back stands in the address, what is typed not. */
  protected addressOf(form: 'inlogcode' | 'inloggen' | 'persoon'): string {
    const question = new URLSearchParams({ terug: this.goesOn() });
    const asked = this.aanvraag();
    if (asked !== undefined) question.set('aanvraag', asked);
    if (form === 'persoon') question.set('wie', 'kies');
    return `${LANGUAGE_PATH}/formulier/${form}?${question.toString()}`;
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

  /** Who of those who share the address it is. */
  protected goOnAs(person: Person, event: Event): void {
    if (!takeOver(event)) return;
    this.failure.set(null);
    this.visitor.switchTo(person.id).subscribe({
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
