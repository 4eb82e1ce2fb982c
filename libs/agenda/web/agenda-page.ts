import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Meeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { dayAndTime, describePage, Failed, MomentPipe, PageClock, StateMessage } from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { MeetingRow } from './meeting-row';
import { MeetingView } from './meeting-view';
import { isToCome } from './meeting-words';

/** The next meeting in full, the ones after it, and the ones that were held. */
@Component({
  selector: 'bs-agenda-page',
  imports: [RouterLink, Failed, MeetingRow, MeetingView, MomentPipe, StateMessage],
  templateUrl: './agenda-page.html',
})
export class AgendaPage {
  protected readonly current = inject(CurrentDistrict);
  protected readonly meetings = inject(AgendaApi).meetings();
  private readonly now = inject(PageClock).now();

  private readonly toCome = computed(() => this.all().filter((meeting) => isToCome(meeting, this.now)));
  protected readonly next = computed(() => this.toCome()[0] ?? null);
  /** What comes after it, with what is called off: who planned to come must find it here. */
  protected readonly later = computed(() =>
    this.all().filter(
      (meeting) => meeting !== this.next() && Date.parse(meeting.startsAt) > this.now.getTime(),
    ),
  );
  protected readonly held = computed(() =>
    this.all()
      .filter(({ startsAt }) => Date.parse(startsAt) <= this.now.getTime())
      .reverse(),
  );

  constructor() {
    describePage(() => {
      const next = this.next();
      return next && { title: $localize`Agenda van ${dayAndTime(next.startsAt)}:startsAt:` };
    });
  }

  private all(): readonly Meeting[] {
    return this.meetings.hasValue() ? this.meetings.value().items : [];
  }
}
