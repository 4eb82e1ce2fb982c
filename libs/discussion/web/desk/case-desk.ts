import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ModerationCase, ModerationSettings } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  describePage,
  DeskFailed,
  Icon,
  isMissing,
  lastValue,
  Notice,
  NotFound,
  PageClock,
  timeOfDay,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { CaseQuote } from './case-quote';
import {
  ageWords,
  caseHeading,
  claimWords,
  interestWords,
  isLate,
  nameOf,
  stateWords,
  theKind,
} from './case-words';
import { holderOver } from './claim-clock';
import { DecisionForm } from './decision-form';
import { DecisionHistory } from './decision-history';
import { MergeUnderWay } from './merge-under-way';
import { type MessageChoice, MessageForm } from './message-form';
import { ModerationApi } from './moderation-api';
import { WhyList } from './why-list';

/** One case: what it is about, why it is here, who has it in hand, and what can be decided now. */
@Component({
  selector: 'bs-case-desk',
  imports: [
    RouterLink,
    ActResult,
    CaseQuote,
    DecisionForm,
    DecisionHistory,
    DeskFailed,
    Icon,
    MergeUnderWay,
    MessageForm,
    Notice,
    NotFound,
    WhyList,
  ],
  templateUrl: './case-desk.html',
})
export class CaseDesk {
  readonly number = input.required<number>();
  /** With the messages that the district wrote itself; null until they are here, or where they did not come. */
  readonly settings = input.required<ModerationSettings | null>();
  readonly settingsFailed = input(false);
  /** Whether something waits after this one. */
  readonly hasNext = input.required<boolean>();
  /** What the queue says may be otherwise now. */
  readonly changed = output();
  readonly nextWanted = output();

  private readonly api = inject(ModerationApi);
  private readonly clock = inject(PageClock);
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = this.api.case(this.number);
  protected readonly shown = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly isMissing = isMissing;

  protected readonly holder = holderOver(() => this.shown()?.claim ?? null);
  protected readonly isOpen = computed(() => this.shown()?.state === 'open');
  /** The form stays once the case was in hand, so that nothing typed is lost when the time runs out. */
  protected readonly hasForm = linkedSignal<boolean, boolean>({
    source: () => this.isOpen() && this.holder() === 'me',
    computation: (isMine, previous) => isMine || (this.isOpen() && (previous?.value ?? false)),
  });
  protected readonly heading = computed(() => this.of(caseHeading));
  protected readonly claim = computed(() => this.of(({ claim }) => claim && claimWords(claim)));
  protected readonly colleague = computed(() => nameOf(this.shown()?.claim?.by ?? ''));
  protected readonly age = computed(() => this.of((one) => ageWords(one, this.clock.now())));
  protected readonly isLate = computed(() => this.of(isLate));
  protected readonly state = computed(() => this.of(({ state }) => stateWords(state)));
  protected readonly interest = computed(() => {
    const interest = this.shown()?.interest;
    return interest ? interestWords(interest) : null;
  });
  protected readonly canRestore = computed(() => ['upheld', 'confirmed'].includes(this.shown()?.state ?? ''));
  protected readonly isDone = computed(() => this.act.done() !== null && !this.hasForm());

  protected readonly appealChoices: readonly MessageChoice[] = [
    {
      words: $localize`Het besluit blijft`,
      icon: 'check',
      request: (message) => this.api.decideAppeal(this.number(), 'confirm', message),
      said: $localize`U wijst het bezwaar af. De schrijver krijgt uw bericht.`,
    },
    {
      words: $localize`Draai het besluit terug`,
      icon: 'undo',
      request: (message) => this.api.decideAppeal(this.number(), 'overturn', message),
      said: $localize`Het staat er weer. De schrijver krijgt uw bericht.`,
    },
  ];
  protected readonly restoreChoices: readonly MessageChoice[] = [
    {
      words: $localize`Zet terug`,
      icon: 'undo',
      request: (message) => this.api.restore(this.number(), message),
      said: $localize`Het staat er weer. De schrijver krijgt uw bericht.`,
    },
  ];

  constructor() {
    describePage(() => {
      const heading = this.heading();
      return heading ? { title: heading } : null;
    });
  }

  protected async take(): Promise<void> {
    await this.do(
      this.act.run(this.api.claim(this.number()).pipe(tap((one) => this.show(one))), ({ claim }) =>
        claim
          ? $localize`De zaak is van u tot ${timeOfDay(claim.until)}:until:.`
          : $localize`De zaak is van u.`,
      ),
    );
  }

  protected async giveBack(): Promise<void> {
    await this.do(
      this.act.run(
        this.api.release(this.number()).pipe(
          tap((one) => {
            this.show(one);
            this.hasForm.set(false);
          }),
        ),
        (one) => $localize`U gaf ${theKind(one)}:theKind: terug. Een ander kan nu beslissen.`,
      ),
    );
  }

  /** What the API answered with is how it is now. */
  protected show(one: ModerationCase): void {
    this.resource.set(one);
    this.changed.emit();
  }

  /** After a refusal: a colleague may have done something in between. */
  protected reload(): void {
    this.resource.reload();
    this.changed.emit();
  }

  private async do(act: Promise<unknown>): Promise<void> {
    if (await act) this.reload();
  }

  private of<T>(read: (one: ModerationCase) => T): T | null {
    const one = this.shown();
    return one && read(one);
  }
}
