import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DisplayName, Visitor } from '@buurtstem/accounts-web';
import type { Argument, Choice } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { counted, Icon, lastValue, Notice, type Side, Sides } from '@buurtstem/ui';
import { ArgumentForm } from './argument-form';
import { ProposalsApi } from './proposals-api';

const FIRST_SHOWN = 5;
const MORE_EACH_TIME = 20;

/** The arguments for and against a plan, and a form to add one. */
@Component({
  selector: 'bs-discussion',
  imports: [RouterLink, ArgumentForm, DisplayName, Icon, Notice, Sides],
  template: `<section class="bs-stack" aria-labelledby="args">
    <h2 id="args">Voor en tegen</h2>
    @if (forSide.error() || againstSide.error()) {
      <p role="status">De reacties zijn er nu even niet. Probeer het over een minuut weer.</p>
    } @else if (!sides()) {
      <p role="status">De reacties worden geladen.</p>
    } @else {
      <p class="bs-text">{{ total() }}. De nieuwste staan bovenaan.</p>
      <bs-sides [sides]="sides()!" (more)="showMore($event)" />
      <div role="status">
        @if (moreFailed()) {
          <p>De andere reacties zijn er nu even niet. Probeer het over een minuut weer.</p>
        }
      </div>
    }
    <div role="status">
      @if (placed()) {
        <bs-notice kind="done">
          <p><strong>Uw argument staat erbij.</strong> Dank u.</p>
        </bs-notice>
      }
    </div>
    @if (!open()) {
      <p class="bs-meta">Dit plan is niet meer open. U kunt de reacties lezen, maar niet meer reageren.</p>
    } @else if (!visitor.isSignedIn()) {
      <p>
        <a class="bs-button bs-button--second" routerLink="/inloggen" [queryParams]="{ terug: returnTo() }"
          ><bs-icon name="speech-plus" /> Log in en geef uw argument</a
        >
      </p>
    } @else if (!visitor.account()?.displayName) {
      <details class="bs-filter">
        <summary>
          <span><bs-icon name="speech-plus" /> Geef uw argument</span>
        </summary>
        <div class="bs-filter__body"><bs-display-name [length]="nameLength" /></div>
      </details>
    } @else {
      <details class="bs-filter">
        <summary>
          <span><bs-icon name="speech-plus" /> Geef uw argument</span>
        </summary>
        <div class="bs-filter__body">
          <bs-argument-form [proposal]="proposal()" (placed)="show($event)" />
        </div>
      </details>
    }
  </section>`,
})
export class Discussion {
  readonly proposal = input.required<number>();
  readonly open = input.required<boolean>();
  readonly returnTo = input.required<string>();

  private readonly api = inject(ProposalsApi);
  protected readonly visitor = inject(Visitor);
  protected readonly nameLength = TEXT_LENGTHS.displayName;
  protected readonly placed = signal(false);

  protected readonly moreFailed = signal(false);
  protected readonly forSide = this.api.arguments(this.proposal, 'for', FIRST_SHOWN);
  protected readonly againstSide = this.api.arguments(this.proposal, 'against', FIRST_SHOWN);

  private readonly forPage = lastValue(this.forSide);
  private readonly againstPage = lastValue(this.againstSide);

  protected readonly sides = computed<Side[] | null>(() => {
    const [forPage, againstPage] = [this.forPage(), this.againstPage()];
    if (!forPage || !againstPage) return null;
    return [
      { key: 'for', arguments: forPage.items, total: forPage.total },
      { key: 'against', arguments: againstPage.items, total: againstPage.total },
    ];
  });
  protected readonly total = computed(() =>
    counted(
      (this.sides() ?? []).reduce((sum, side) => sum + side.total, 0),
      'reactie',
      'reacties',
    ),
  );

  /** Goes on where the list ends, however long it is; what is on the screen stays where it is. */
  protected showMore(side: Choice): void {
    const list = this.listOf(side);
    const after = list.hasValue() ? list.value().next : null;
    if (after === null) return;
    this.moreFailed.set(false);
    this.api.argumentsAfter(this.proposal(), side, after, MORE_EACH_TIME).subscribe({
      next: (more) => list.update((page) => page && { ...more, items: [...page.items, ...more.items] }),
      error: () => this.moreFailed.set(true),
    });
  }

  /** The new argument at once at the top, without waiting for the list. */
  protected show(argument: Argument): void {
    this.listOf(argument.side).update(
      (page) => page && { ...page, items: [argument, ...page.items], total: page.total + 1 },
    );
    this.placed.set(true);
  }

  private listOf(side: Choice): typeof this.forSide {
    return side === 'for' ? this.forSide : this.againstSide;
  }
}
