import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import { DisplayName } from '@buurtstem/accounts-web/deferred';
import type { Argument, ArgumentSort, Choice } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { counted, Icon, lastValue, Notice, Opened, PartFailed } from '@buurtstem/ui';
import { DiscussionApi } from '../discussion-api';
import type { Place } from '../subject';
import { ArgumentForm } from './argument-form';
import { type Side, Sides } from './sides';

const FIRST_SHOWN = 5;
const MORE_EACH_TIME = 20;
/** What the address of the page says after an argument was placed without scripts. */
const PLACED = 'geplaatst';
const SORTS = [
  {
    sort: 'best',
    words: $localize`Beste`,
    query: null,
    explained: $localize`Wat lezers vaak een goed punt vinden, staat bovenaan.`,
  },
  {
    sort: 'newest',
    words: $localize`Nieuwste`,
    query: 'nieuwste',
    explained: $localize`De nieuwste staan bovenaan.`,
  },
] as const;

/** The order that the address of the page asks for (`?volgorde=nieuwste`); best first where it asks nothing. */
export function argumentSort(query: string | undefined): ArgumentSort {
  return SORTS.find((one) => one.query === query)?.sort ?? 'best';
}

/** Whether an argument of the visitor is among those that are shown. */
function hasOwn(side: Side): boolean {
  return side.arguments.some(({ mine }) => mine);
}

/** The arguments for and against a plan, and a form to add one. */
@Component({
  selector: 'bs-discussion',
  imports: [RouterLink, ArgumentForm, DisplayName, Icon, Notice, Opened, PartFailed, Sides],
  templateUrl: './discussion.html',
})
export class Discussion {
  readonly proposal = input.required<number>();
  readonly open = input.required<boolean>();
  readonly returnTo = input.required<string>();
  readonly sort = input<ArgumentSort>('best');
  /** Whether the address is about an argument that was sent without scripts (`?bij=`), and what came of it. */
  readonly isAsked = input(false);
  readonly said = input<string>();
  readonly wait = input<string>();

  private readonly api = inject(DiscussionApi);
  private readonly columns = viewChild(Sides);
  protected readonly visitor = inject(Visitor);
  protected readonly nameLength = TEXT_LENGTHS.displayName;
  protected readonly sorts = SORTS;
  /** Anybody can write an address: only where an argument of one's own is shown is it said that one was placed. */
  protected readonly placed = computed(
    () => this.isPlaced() || (this.said() === PLACED && (this.sides() ?? []).some(hasOwn)),
  );
  private readonly isPlaced = signal(false);
  /** Why it was refused; null where it was not. */
  protected readonly refused = computed(() => {
    const said = this.said();
    return said === PLACED ? undefined : said;
  });
  /** Open at once for who comes back to what they wrote. */
  protected readonly isOpened = computed(() => this.isAsked() && this.said() !== PLACED);
  protected readonly returnHere = computed(() => `${this.returnTo()}?bij=argument#geef-argument`);
  protected readonly moreFailed = signal(false);

  protected readonly forSide = this.api.arguments(this.proposal, 'for', this.sort, FIRST_SHOWN);
  protected readonly againstSide = this.api.arguments(this.proposal, 'against', this.sort, FIRST_SHOWN);
  private readonly forPage = lastValue(this.forSide);
  private readonly againstPage = lastValue(this.againstSide);

  protected readonly sides = computed<Side[] | null>(() => {
    const [forPage, againstPage] = [this.forPage(), this.againstPage()];
    if (!forPage || !againstPage) return null;
    return [
      { key: 'for', arguments: forPage.items, total: forPage.total, hasMore: forPage.next !== null },
      {
        key: 'against',
        arguments: againstPage.items,
        total: againstPage.total,
        hasMore: againstPage.next !== null,
      },
    ];
  });
  protected readonly total = computed(() => (this.sides() ?? []).reduce((sum, side) => sum + side.total, 0));
  protected readonly totalWords = computed(() =>
    counted(this.total(), $localize`reactie`, $localize`reacties`),
  );
  protected readonly explained = computed(() => SORTS.find(({ sort }) => sort === this.sort())?.explained);
  protected readonly place = computed<Place>(() => ({
    proposal: this.proposal(),
    open: this.open(),
    returnTo: this.sort() === 'newest' ? `${this.returnTo()}?volgorde=nieuwste` : this.returnTo(),
  }));

  /** Goes on where the list ends, however long it is; what is on the screen stays where it is. */
  protected showMore(side: Choice): void {
    const list = this.listOf(side);
    const after = list.hasValue() ? list.value().next : null;
    if (after === null) return;
    this.moreFailed.set(false);
    const query = { side, sort: this.sort(), after, limit: MORE_EACH_TIME };
    this.api.argumentsAfter(this.proposal(), query).subscribe({
      next: (more) => {
        // In the meantime the visitor may have asked for another order, which is another list.
        if (this.sort() !== query.sort) return;
        const known = new Set(list.value()?.items.map(({ id }) => id));
        const added = more.items.filter(({ id }) => !known.has(id));
        list.update((page) => page && { ...more, items: [...page.items, ...added] });
        const first = added[0];
        if (first) this.columns()?.goTo(first.id);
      },
      error: () => this.moreFailed.set(true),
    });
  }

  /** The new argument at once at the top, without waiting for the list. */
  protected show(argument: Argument): void {
    this.listOf(argument.side).update(
      (page) => page && { ...page, items: [argument, ...page.items], total: page.total + 1 },
    );
    this.columns()?.turnTo(argument.side);
    this.isPlaced.set(true);
  }

  private listOf(side: Choice): typeof this.forSide {
    return side === 'for' ? this.forSide : this.againstSide;
  }
}
