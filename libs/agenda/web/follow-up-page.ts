import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  capital,
  dateInFull,
  days,
  daysUntil,
  Failed,
  Icon,
  PageClock,
  Photo,
  spelled,
  StateMessage,
} from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { AgendaChanges } from './agenda-changes';
import { agendaItemBadge, agendaItemSentence, type Badge, isAdopted, isDecided } from './agenda-words';
import { BecameOfIt } from './became-of-it';
import { daysLate, isLate, trackOf, type TrackStep } from './track';
import { YearChart } from './year-chart';
import { YearTable } from './year-table';

interface Followed {
  readonly item: AgendaItem;
  readonly badge: Badge;
  readonly sentence: string;
  readonly track: readonly TrackStep[];
  /** How long there is left to answer, in words; null where nobody waits for an answer. */
  readonly clock: string | null;
  readonly isLate: boolean;
  readonly days: number;
  /** Whether somebody chose another meeting: that has a reason to read. */
  readonly hasMoved: boolean;
}

/** What became of every winner. What is overdue stands first: promises that slip must not scroll away. */
@Component({
  selector: 'bs-follow-up-page',
  imports: [RouterLink, AgendaChanges, BecameOfIt, Failed, Icon, Photo, StateMessage, YearChart, YearTable],
  templateUrl: './follow-up-page.html',
})
export class FollowUpPage {
  private readonly api = inject(AgendaApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly items = this.api.items();
  protected readonly years = this.api.years();
  protected readonly feed = computed(() => this.current.path('/news-feed') ?? null);
  protected readonly now = inject(PageClock).now();

  protected readonly followed = computed<readonly Followed[]>(() => {
    const items = this.items.hasValue() ? this.items.value().items : [];
    return items
      .map((item) => this.follow(item))
      .sort((one, other) => Number(other.isLate) - Number(one.isLate) || other.days - one.days);
  });
  protected readonly followedItems = computed(() => this.followed().map(({ item }) => item));
  protected readonly intro = computed(() => {
    const count = this.followed().length;
    return $localize`${capital(spelled(count))}:count: ${count === 1 ? $localize`plan won` : $localize`plannen wonnen`}:words: tot nu toe. Hier ziet u van elk plan het besluit en wat er daarna gebeurde.`;
  });
  protected readonly sums = computed(() => {
    const count = (is: (one: Followed) => boolean) => this.followed().filter(is).length;
    const isDone = ({ item }: Followed) => item.proposal.state === 'done';
    return [
      { words: $localize`Klaar`, count: count(isDone), isLate: false },
      {
        words: $localize`Bezig`,
        count: count((one) => isAdopted(one.item) && !isDone(one)),
        isLate: false,
      },
      {
        words: $localize`Op de agenda`,
        count: count((one) => !isDecided(one.item) && !one.isLate),
        isLate: false,
      },
      {
        words: $localize`Afgewezen`,
        count: count(({ item }) => item.outcome?.decision === 'rejected'),
        isLate: false,
      },
      { words: $localize`Te laat`, count: count((one) => one.isLate), isLate: true },
    ].filter(({ count: shown }) => shown > 0);
  });

  private follow(item: AgendaItem): Followed {
    const late = isLate(item, this.now);
    return {
      item,
      isLate: late,
      days: daysLate(item, this.now),
      hasMoved: item.changes.some(({ reason }) => reason !== ''),
      badge: late ? lateBadge(daysLate(item, this.now)) : agendaItemBadge(item),
      sentence: agendaItemSentence(item),
      clock: item.answerDueAt === null ? null : clockWords(item.answerDueAt, this.now),
      track: trackOf(item, this.now),
    };
  }
}

function lateBadge(late: number): Badge {
  return {
    words: late === 0 ? $localize`Vandaag te laat` : $localize`${days(late)}:late: te laat`,
    kind: 'bs-badge--late',
    icon: 'late',
  };
}

/** "De commissie heeft nog 12 dagen om te besluiten, tot 12 januari 2027." */
function clockWords(dueAt: string, now: Date): string {
  if (Date.parse(dueAt) < now.getTime())
    return $localize`De commissie moest uiterlijk ${dateInFull(dueAt)}:dueAt: besluiten. Dat is niet gelukt.`;
  const left = daysUntil(dueAt, now);
  return left === 0
    ? $localize`De commissie moet vandaag besluiten.`
    : $localize`De commissie heeft nog ${days(left)}:left: om te besluiten, tot ${dateInFull(dueAt)}:dueAt:.`;
}
