import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Meeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  capital,
  dateShort,
  dayAndTime,
  describePage,
  Failed,
  Icon,
  MomentPipe,
  PageClock,
  personName,
  Photo,
  StateMessage,
  WholePipe,
} from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { decisionWords } from './agenda-words';

/** The next meeting in full, the ones after it, and the ones that were held. */
@Component({
  selector: 'bs-agenda-page',
  imports: [RouterLink, Failed, Icon, MomentPipe, Photo, StateMessage, WholePipe],
  templateUrl: './agenda-page.html',
})
export class AgendaPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly meetings = inject(AgendaApi).meetings();
  protected readonly personName = personName;
  private readonly now = inject(PageClock).now();

  private readonly toCome = computed(() =>
    this.all().filter(
      ({ state, startsAt }) => state === 'planned' && Date.parse(startsAt) > this.now.getTime(),
    ),
  );
  protected readonly next = computed(() => this.toCome()[0] ?? null);
  protected readonly later = computed(() => this.toCome().slice(1));
  protected readonly held = computed(() =>
    this.all()
      .filter((meeting) => !this.toCome().includes(meeting))
      .reverse(),
  );

  constructor() {
    describePage(() => {
      const next = this.next();
      return next && { title: `Agenda van ${dayAndTime(next.startsAt)}` };
    });
  }

  protected heading(meeting: Meeting): string {
    return capital(dayAndTime(meeting.startsAt).replace(' om ', ', '));
  }

  protected dayParts(meeting: Meeting): string[] {
    return dateShort(meeting.startsAt).split('\u00a0');
  }

  protected decision(item: Meeting['items'][number]): string | null {
    return item.outcome ? decisionWords(item.outcome.decision) : null;
  }

  private all(): readonly Meeting[] {
    return this.meetings.hasValue() ? this.meetings.value().items : [];
  }
}
