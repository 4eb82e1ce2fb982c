import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  numberAttribute,
  type OnInit,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { stepAfter, stepBefore, SUBMIT_STEPS } from '@buurtstem/proposals-domain';
import { describePage, Failed, Icon, Notice } from '@buurtstem/ui';
import { ProposalsApi } from './proposals-api';
import { BodyStep } from './submit/body-step';
import { CheckStep } from './submit/check-step';
import { KindStep } from './submit/kind-step';
import { PhotosStep } from './submit/photos-step';
import { PlaceStep } from './submit/place-step';
import { PlanDraft } from './submit/plan-draft';
import { stepOf } from './submit/step-slugs';
import { addressOf, progressOf, titleOf } from './submit/step-words';
import { SummaryStep } from './submit/summary-step';
import { TitleStep } from './submit/title-step';
import { TwoWindows } from './submit/two-windows';

/** Submitting a plan: one question a page, each with an address of its own, and at the end the plan as others will see it. */
@Component({
  selector: 'bs-submit-page',
  imports: [
    RouterLink,
    BodyStep,
    CheckStep,
    Failed,
    Icon,
    KindStep,
    Notice,
    PhotosStep,
    PlaceStep,
    SummaryStep,
    TitleStep,
    TwoWindows,
  ],
  templateUrl: './submit-page.html',
  providers: [PlanDraft],
})
export class SubmitPage implements OnInit {
  /** Which question, by its name in the address; without one it is the first. */
  readonly step = input<string>();
  /** The number of an own draft or an own plan that may still be changed (`?plan=`). */
  readonly plan = input(undefined, {
    transform: (value: unknown) => (value === undefined ? undefined : numberAttribute(value)),
  });

  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly draft = inject(PlanDraft);
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);

  protected readonly at = computed(() => stepOf(this.step()) ?? 'title');
  protected readonly progress = computed(() => progressOf(this.at()));
  protected readonly circles = computed(() => {
    const now = SUBMIT_STEPS.indexOf(this.at());
    return SUBMIT_STEPS.map((step, index) => ({
      step,
      state: index < now ? 'is-done' : index === now ? 'is-now' : '',
    }));
  });
  protected readonly before = computed(() => {
    const step = stepBefore(this.at());
    return step === null ? null : addressOf(this.current.slug(), step);
  });
  /** The plan that this device knows a draft of on the server. */
  private readonly begun = signal<number | undefined>(undefined);
  /** What the address or this device names; a draft is there for its writer only, so nobody else asks for it. */
  private readonly existing = inject(ProposalsApi).one(() =>
    this.visitor.isSignedIn() ? (this.plan() ?? this.begun()) : undefined,
  );
  /** A plan that is not read yet would be saved a second time. */
  protected readonly isReading = computed(
    () =>
      this.plan() !== undefined &&
      this.draft.server() === null &&
      (this.existing.isLoading() || this.visitor.session.isLoading()),
  );

  constructor() {
    describePage(() => {
      const title = titleOf(this.at());
      return { title: this.draft.hasMistake() ? $localize`Fout: ${title}:question:` : title };
    });
    effect(() => {
      const proposal = this.existing.hasValue() ? this.existing.value() : undefined;
      if (proposal) untracked(() => this.draft.arrived(proposal));
    });
  }

  ngOnInit(): void {
    this.draft.begin(this.plan());
    this.begun.set(this.draft.server()?.number);
  }

  /**
   * The questions to come, as soon as somebody begins to answer: their scripts must be here when the connection is gone. What
   * does not come now is asked for again by its question, which says so when it fails.
   */
  protected fetchTheRest(): void {
    for (const question of [
      import('./submit/kind-step'),
      import('./submit/place-step'),
      import('./submit/photos-step'),
      import('./submit/check-step'),
      import('./submit/two-windows'),
    ])
      question.catch(() => undefined);
  }

  /** What is written is kept on this device. */
  protected reload(): void {
    this.window?.location.reload();
  }

  protected async goOn(): Promise<void> {
    const next = stepAfter(this.at());
    if (next === null) return;
    await this.router.navigate(addressOf(this.current.slug(), next), { queryParamsHandling: 'preserve' });
  }

  protected async stop(): Promise<void> {
    const answer = await this.draft.answer();
    if (answer.kind === 'conflict') return;
    const home = this.visitor.isSignedIn() ? 'mijn' : 'plannen';
    await this.router.navigate(['/', this.current.slug(), home]);
  }
}
