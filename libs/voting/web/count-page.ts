import { Component, computed, inject, input, numberAttribute, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Count, CountExclusion } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Bar,
  capital,
  counted,
  dateInFull,
  dayAndTime,
  describePage,
  Failed,
  Icon,
  isMissing,
  monthInFull,
  MomentPipe,
  NotFound,
  Photo,
  scaleFor,
  spelled,
  StateMessage,
  timeOfDay,
  whole,
  WholePipe,
  Written,
} from '@buurtstem/ui';
import { decidingSteps, tiedWith } from './deciding-steps';
import { Invalidations } from './invalidations';
import { ReportPanel } from './report-panel';
import { VotingApi } from './voting-api';

const FIRST_SHOWN = 10;

/** The report of one count (proces-verbaal): winner, ranking, why it won, what was not counted. */
@Component({
  selector: 'bs-count-page',
  imports: [
    RouterLink,
    Bar,
    Failed,
    Icon,
    Invalidations,
    MomentPipe,
    ReportPanel,
    NotFound,
    Photo,
    StateMessage,
    WholePipe,
    Written,
  ],
  templateUrl: './count-page.html',
})
export class CountPage {
  readonly round = input.required({ transform: numberAttribute });

  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(VotingApi).count(this.round);
  protected readonly isMissing = isMissing;
  protected readonly showAll = signal(false);

  private readonly count = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly lines = computed(() => {
    const lines = this.count()?.lines ?? [];
    return this.showAll() ? lines : lines.slice(0, FIRST_SHOWN);
  });
  protected readonly scale = computed(() => {
    const count = this.count();
    return count
      ? scaleFor(
          count.lines.map((line) => line.votesFor),
          count.threshold,
        )
      : 1;
  });
  protected readonly steps = computed(() => {
    const count = this.count();
    return count ? decidingSteps(count) : [];
  });
  protected readonly notCounted = computed(() => {
    const lines = this.count()?.lines ?? [];
    const sum = (pick: (line: Count['lines'][number]) => number) =>
      lines.reduce((total, line) => total + pick(line), 0);
    return [
      { reason: $localize`Niet op tijd bevestigd`, votes: sum((line) => line.waiting) },
      { reason: $localize`In onderzoek: veel stemmen in korte tijd`, votes: sum((line) => line.held) },
      { reason: $localize`Ongeldig verklaard`, votes: sum((line) => line.invalid) },
    ].filter(({ votes }) => votes > 0);
  });

  protected readonly onPaper = computed(() =>
    (this.count()?.lines ?? []).reduce((total, line) => total + line.onPaper, 0),
  );

  constructor() {
    describePage(() => {
      const count = this.count();
      return count && { title: this.heading(count), description: this.outcome(count) };
    });
  }

  protected heading(count: Count): string {
    return $localize`Uitslag van ${monthInFull(count.closesAt)}:closesAt:`;
  }

  protected why(count: Count): string {
    const tied = tiedWith(count).length;
    if (tied <= 1) return $localize`Dit plan had de meeste stemmen voor.`;
    return $localize`${capital(spelled(tied))}:tied: plannen hadden ${whole(count.winner?.votesFor ?? 0)}:votesFor: stemmen voor. Dan kijken we naar de volgende stap.`;
  }

  protected caption(count: Count): string {
    const shown = this.lines().length;
    const plans = counted(count.lines.length, $localize`plan`, $localize`plannen`);
    const first =
      shown < count.lines.length
        ? $localize`De eerste ${shown}:shown: van ${plans}:plans:.`
        : $localize`Alle ${plans}:plans:.`;
    return $localize`${first}:first: De streep staat bij ${whole(count.threshold)}:threshold: stemmen voor.`;
  }

  protected counting(count: Count): string {
    const at = $localize`De telling was op ${dayAndTime(count.closesAt)}:closesAt:.`;
    return count.version > 1
      ? $localize`${at}:at: Daarna is opnieuw geteld, op ${dateInFull(count.countedAt)}:countedAt: om ${timeOfDay(count.countedAt)}:time:.`
      : at;
  }

  /** "14 stemmen, ongeldig verklaard" */
  protected leftOut({ votes, kind }: CountExclusion): string {
    return `${counted(votes, $localize`stem`, $localize`stemmen`)}, ${kind === 'held' ? $localize`in onderzoek` : $localize`ongeldig verklaard`}`;
  }

  /** The plan as it is called now; a hidden one has no name. */
  protected planName(count: Count, number: number): string {
    const title = count.lines.find((line) => line.number === number)?.title;
    return title
      ? $localize`Plan ${number}:number:: ${title}:title:`
      : $localize`Plan ${number}:number: (verborgen)`;
  }

  private outcome(count: Count): string {
    return count.winner
      ? $localize`${count.winner.title || $localize`Een verborgen plan`}:title: won met ${whole(count.winner.votesFor)}:votesFor: stemmen voor.`
      : $localize`Geen plan haalde de ${whole(count.threshold)}:threshold: stemmen.`;
  }
}
