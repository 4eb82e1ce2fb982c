import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  capital,
  counted,
  Failed,
  Icon,
  MomentPipe,
  PageClock,
  Photo,
  spelled,
  StateMessage,
} from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { agendaItemBadge, agendaItemSentence, type Badge } from './agenda-words';
import { daysLate, trackOf, type TrackStep } from './track';

interface Followed {
  readonly item: AgendaItem;
  readonly badge: Badge;
  readonly sentence: string;
  readonly track: readonly TrackStep[];
  readonly late: number;
}

/** What became of every winner. What is overdue stands first: promises that slip must not scroll away. */
@Component({
  selector: 'bs-follow-up-page',
  imports: [RouterLink, Failed, Icon, MomentPipe, Photo, StateMessage],
  templateUrl: './follow-up-page.html',
})
export class FollowUpPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly items = inject(AgendaApi).items();
  private readonly now = inject(PageClock).now();

  private readonly answerTermDays = computed(() =>
    this.current.rulebook.hasValue() ? this.current.rulebook.value().answerTermDays : 0,
  );
  protected readonly followed = computed<readonly Followed[]>(() => {
    const items = this.items.hasValue() ? this.items.value().items : [];
    return items.map((item) => this.follow(item)).sort((one, other) => other.late - one.late);
  });
  protected readonly intro = computed(() => {
    const count = this.followed().length;
    return `${capital(spelled(count))} ${count === 1 ? 'plan won' : 'plannen wonnen'} tot nu toe. Hier ziet u van elk plan het besluit en wat er daarna gebeurde.`;
  });
  protected readonly sums = computed(() => {
    const count = (is: (one: Followed) => boolean) => this.followed().filter(is).length;
    return [
      { words: 'Klaar', count: count(({ item }) => item.proposal.state === 'done'), isLate: false },
      {
        words: 'Besloten',
        count: count(({ item }) => item.outcome !== null && item.proposal.state !== 'done'),
        isLate: false,
      },
      { words: 'Op de agenda', count: count(({ item, late }) => !item.outcome && late === 0), isLate: false },
      { words: 'Te laat', count: count(({ late }) => late > 0), isLate: true },
    ].filter(({ count: shown }) => shown > 0);
  });

  private follow(item: AgendaItem): Followed {
    const late = daysLate(item, this.answerTermDays(), this.now);
    return {
      item,
      late,
      badge:
        late > 0
          ? { words: `${counted(late, 'dag', 'dagen')} te laat`, kind: 'bs-badge--late', icon: 'late' }
          : agendaItemBadge(item),
      sentence:
        late > 0 ? 'De commissie moest al een besluit nemen. Dat is niet gelukt.' : agendaItemSentence(item),
      track: trackOf(item, this.answerTermDays(), this.now),
    };
  }
}
