import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  type Signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseSummary } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Icon, Notice, PageClock } from '@buurtstem/ui';
import type { CaseList } from './case-list';
import {
  ageWords,
  caseWords,
  claimWords,
  holderOf,
  interestWords,
  isLate,
  reportWords,
  signalWords,
  stateWords,
  urgencyBadge,
} from './case-words';
import { DeskKeys } from './desk-keys';
import { ModerationApi } from './moderation-api';

/** A case that nobody reported, and that nobody has in hand: several of them can be looked at in one go. */
export function canBeMarkedSeen(one: CaseSummary, now: Date): boolean {
  return (
    one.state === 'open' &&
    one.reports === 0 &&
    one.interest === null &&
    holderOf(one.claim, now) !== 'colleague'
  );
}

/** Cases as lines, each with what it is about, how long it waits, and who has it in hand. */
@Component({
  selector: 'bs-queue-list',
  imports: [RouterLink, Icon, Notice],
  templateUrl: './queue-list.html',
  host: { '(document:keydown)': 'press($event)' },
})
export class QueueList {
  readonly list = input.required<CaseList>();
  /** The number of the case that is on the page already. */
  readonly except = input<number | null>(null);
  /** Whether several can be chosen. */
  readonly choosing = input(false);
  readonly chosen = model<ReadonlySet<number>>(new Set());

  private readonly api = inject(ModerationApi);
  private readonly router = inject(Router);
  private readonly keys = inject(DeskKeys);
  private readonly clock = inject(PageClock);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly current = inject(CurrentDistrict);

  protected readonly lines: Signal<ReturnType<QueueList['lineOf']>[]> = computed(() =>
    this.list()
      .items()
      .filter(({ number }) => number !== this.except())
      .map((one) => this.lineOf(one)),
  );

  protected async take(one: CaseSummary): Promise<void> {
    const { act } = this.list();
    const failure = await act.run(this.api.claim(one.number), () => '');
    if (failure) return this.list().reload();
    // The page of the case says it.
    act.forget();
    await this.router.navigate(this.linkOf(one.number), { queryParamsHandling: 'preserve' });
  }

  protected choose(one: CaseSummary, event: Event): void {
    const chosen = new Set(this.chosen());
    if ((event.target as HTMLInputElement).checked) chosen.add(one.number);
    else chosen.delete(one.number);
    this.chosen.set(chosen);
  }

  protected async readOn(): Promise<void> {
    const before = this.lines().length;
    await this.list().readOn();
    if (this.lines().length === before) return;
    afterNextRender({ write: () => this.links().item(before)?.focus() }, { injector: this.injector });
  }

  protected press(event: KeyboardEvent): void {
    const step = { j: 1, k: -1 }[this.keys.pressed(event) ?? ''];
    if (step === undefined) return;
    const links = [...this.links()];
    const here = links.findIndex((link) => link.closest('li')?.contains(event.target as Node | null));
    const next = links[here < 0 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  private links(): NodeListOf<HTMLElement> {
    return this.host.nativeElement.querySelectorAll<HTMLElement>('h3 a');
  }

  private linkOf(number: number): unknown[] {
    return ['/', this.current.slug(), 'moderatie', 'zaken', number];
  }

  private lineOf(one: CaseSummary) {
    const now = this.clock.now();
    const holder = holderOf(one.claim, now);
    const isOpen = one.state === 'open';
    return {
      one,
      link: this.linkOf(one.number),
      what: caseWords(one),
      age: isOpen ? ageWords(one, now) : null,
      state: isOpen ? null : stateWords(one.state),
      isLate: isOpen && isLate(one),
      urgency: isOpen ? urgencyBadge(one) : null,
      reports: reportWords(one),
      signals: isOpen ? signalWords(one) : null,
      holder,
      claim: one.claim && holder !== 'nobody' ? claimWords(one.claim) : null,
      interest: one.interest && isOpen ? interestWords(one.interest) : null,
      canTake: isOpen && one.interest === null && holder === 'nobody',
      canBeChosen: this.choosing() && canBeMarkedSeen(one, now),
    };
  }
}
