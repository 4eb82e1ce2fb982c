import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Failed, Icon, Notice } from '@buurtstem/ui';
import { SignInFirst } from '../sign-in-first';
import { isOwnPath } from '../sign-in-memory';
import { Visitor } from '../visitor';
import { ConfirmFactor } from './confirm-factor';
import { EnrolFactor } from './enrol-factor';
import { FactorList } from './factor-list';

/** The second step that staff pass before their rights count: setting it up, passing it, looking after it. */
@Component({
  selector: 'bs-second-factor-page',
  imports: [RouterLink, ConfirmFactor, EnrolFactor, FactorList, Failed, Icon, Notice, SignInFirst],
  templateUrl: './second-factor-page.html',
})
export class SecondFactorPage {
  /** Where to go on afterwards (`?terug=`). */
  readonly terug = input<string>();

  private readonly router = inject(Router);
  private readonly list = viewChild(FactorList);
  protected readonly visitor = inject(Visitor);
  protected readonly access = computed(() => this.visitor.account()?.staffAccess ?? 'none');
  private readonly goesOn = computed(() => {
    const asked = this.terug();
    return asked && isOwnPath(asked) && !asked.startsWith('/tweede-stap') ? asked : '/';
  });
  protected readonly goesOnLink = computed(() => this.router.parseUrl(this.goesOn()));
  protected readonly here = computed(() => `/tweede-stap?terug=${encodeURIComponent(this.goesOn())}`);
  protected readonly adding = signal(false);
  protected readonly isNew = signal(false);

  protected confirmed(): void {
    void this.router.navigateByUrl(this.goesOn());
  }

  protected enrolled(): void {
    this.adding.set(false);
    this.isNew.set(true);
    this.list()?.reload();
  }
}
