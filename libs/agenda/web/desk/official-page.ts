import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  days,
  daysUntil,
  DeskFailed,
  Icon,
  lastValue,
  MomentPipe,
  PageClock,
  Paragraphs,
} from '@buurtstem/ui';
import { AgendaApi } from '../agenda-api';
import { dateBlock } from '../meeting-words';
import { ContextNoteForm } from './note-form';
import { OpenRow } from './open-row';

/** Where the official explains plans before the committee talks about them: first what has no explanation yet. */
@Component({
  selector: 'bs-official-page',
  imports: [RouterLink, ActResult, ContextNoteForm, DeskFailed, Icon, MomentPipe, Paragraphs],
  templateUrl: './official-page.html',
})
export class OfficialPage {
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(AgendaApi).items();
  private readonly list = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly row = new OpenRow();

  protected readonly items = computed(() => this.list()?.items ?? null);
  private readonly ahead = computed(() =>
    (this.items() ?? [])
      .filter((item) => this.isAhead(item))
      .sort((one, other) => startOf(one) - startOf(other))
      .map((item) => ({
        item,
        block: item.meeting && dateBlock(item.meeting.startsAt),
        left: item.meeting && leftWords(item.meeting.startsAt, this.now),
      })),
  );
  protected readonly groups = computed(() => [
    {
      id: 'wachten',
      heading: $localize`Deze plannen hebben nog geen uitleg`,
      empty: $localize`Elk plan heeft een uitleg.`,
      plans: this.ahead().filter(({ item }) => item.contextNote === null),
    },
    {
      id: 'klaar',
      heading: $localize`Deze plannen hebben een uitleg`,
      empty: $localize`Nog geen enkel plan heeft een uitleg.`,
      plans: this.ahead().filter(({ item }) => item.contextNote !== null),
    },
  ]);

  protected open(item: AgendaItem): void {
    this.act.forget();
    this.row.open(item.id, 'uitleg');
  }

  protected finished(): void {
    this.row.finish();
    this.resource.reload();
  }

  /** Once the meeting has begun, nothing can be added for it. */
  private isAhead({ state, meeting }: AgendaItem): boolean {
    if (state !== 'queued' && state !== 'scheduled') return false;
    return meeting === null || Date.parse(meeting.startsAt) > this.now.getTime();
  }
}

const startOf = ({ meeting }: AgendaItem): number => (meeting ? Date.parse(meeting.startsAt) : Infinity);

function leftWords(startsAt: string, now: Date): string {
  const left = daysUntil(startsAt, now);
  return left === 0 ? $localize`Vandaag is de vergadering` : $localize`Nog ${days(left)}:left:`;
}
