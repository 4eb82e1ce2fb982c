import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MyIdentity, ProofMethod } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Failed, failureWords, Icon, MomentPipe, Notice, refusalIn } from '@buurtstem/ui';
import { SignInFirst } from '../sign-in-first';
import { isOwnPath } from '../sign-in-memory';
import { Visitor } from '../visitor';
import { AddressForm } from './address-form';
import { IdentityApi } from './identity-api';
import { IdentityMemory } from './identity-memory';
import { LetterCodeForm } from './letter-code-form';

const METHOD_WORDS: Readonly<Record<ProofMethod, string>> = {
  address: $localize`met uw adres`,
  letter: $localize`met een code uit een brief`,
  broker: $localize`met een inlogdienst`,
  paper: $localize`op papier, bij de griffie`,
};

/** Showing who one is: why, what is kept, the ways that lead to the level at which votes count here. */
@Component({
  selector: 'bs-identity-page',
  imports: [RouterLink, AddressForm, Failed, Icon, LetterCodeForm, MomentPipe, Notice, SignInFirst],
  templateUrl: './identity-page.html',
})
export class IdentityPage {
  protected readonly aBroker = $localize`een inlogdienst`;
  protected readonly theBroker = $localize`de inlogdienst`;

  /** Where to go on afterwards (`?terug=`). */
  readonly terug = input<string>();
  /** What the broker made of it (`?identiteit=`): `bevestigd`, or the code of a refusal. */
  readonly identiteit = input<string>();

  private readonly router = inject(Router);
  private readonly api = inject(IdentityApi);
  private readonly memory = inject(IdentityMemory);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);
  protected readonly resource = this.api.mine();

  protected readonly slug = computed(() => this.current.slug() ?? '');
  protected readonly here = computed(() => `/${this.slug()}/bevestigen`);
  protected readonly hereAgain = computed(() => {
    const from = this.terug();
    return from ? `${this.here()}?terug=${encodeURIComponent(from)}` : this.here();
  });
  private readonly remembered = signal<string | null>(null);
  protected readonly goesOn = computed(() => {
    const asked = this.terug();
    const place = asked && isOwnPath(asked) ? asked : this.remembered();
    return place ?? `/${this.slug()}/mijn`;
  });
  protected readonly goesOnLink = computed(() => this.router.parseUrl(this.goesOn()));
  protected readonly goesOnWords = computed(() =>
    /\/plannen\/\d+/.test(this.goesOn()) ? $localize`Terug naar het plan` : $localize`Naar mijn stemmen`,
  );
  private readonly justProven = signal(false);
  protected readonly isNew = computed(() => this.justProven() || this.identiteit() === 'bevestigd');
  protected readonly refused = computed(() => {
    const result = this.identiteit();
    return result === undefined || result === 'bevestigd' || this.justProven()
      ? null
      : failureWords(refusalIn(result));
  });
  protected readonly brokerLink = computed(() => this.api.brokerAddress(this.here()));

  constructor() {
    afterNextRender(() => {
      const asked = this.terug();
      if (asked && isOwnPath(asked)) this.memory.keep(asked);
      else this.remembered.set(this.memory.read());
    });
  }

  protected isDone({ level, needed }: MyIdentity): boolean {
    return level >= needed;
  }

  protected proofs({ proofs }: MyIdentity): { words: string; provenAt: string }[] {
    return proofs.map(({ method, provenAt }) => ({ words: METHOD_WORDS[method], provenAt }));
  }

  protected take(identity: MyIdentity): void {
    this.justProven.set(true);
    this.memory.forget();
    this.resource.set(identity);
    // The form that was sent is gone: the page starts again with its result.
    this.heading()?.nativeElement.focus();
  }
}
