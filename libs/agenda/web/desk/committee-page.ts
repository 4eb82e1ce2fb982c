import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  dayInFull,
  describePage,
  DeskFailed,
  Icon,
  isMissing,
  lastValue,
  MomentPipe,
  NotFound,
  PageClock,
  personName,
  StateMessage,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { AgendaApi } from '../agenda-api';
import { clockTime, isToCome } from '../meeting-words';
import { AgendaDeskApi } from './desk-api';
import { guestWords } from './guest-words';
import { Paper } from './paper';
import { Readers } from './readers';

/** The papers of a meeting in order on one page; without a meeting in the address, those of the next one. */
@Component({
  selector: 'bs-committee-page',
  imports: [RouterLink, ActResult, DeskFailed, Icon, MomentPipe, NotFound, Paper, Readers, StateMessage],
  templateUrl: './committee-page.html',
})
export class CommitteePage {
  readonly meeting = input<string>();

  private readonly api = inject(AgendaDeskApi);
  private readonly agenda = inject(AgendaApi);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly act = new Act();

  protected readonly meetings = this.agenda.meetings();
  private readonly list = lastValue(this.meetings);
  protected readonly toCome = computed(
    () => this.list()?.items.filter((one) => isToCome(one, this.now)) ?? null,
  );
  private readonly id = computed(() => this.meeting() ?? this.toCome()?.[0]?.id);
  protected readonly resource = this.agenda.meeting(this.id);
  private readonly last = lastValue(this.resource);
  /** Never the meeting of the address before this one. */
  protected readonly shown = computed(() => {
    const meeting = this.last();
    return meeting && meeting.id === this.id() ? meeting : null;
  });
  protected readonly readings = this.api.readings(this.id);
  protected readonly readers = lastValue(this.readings);
  protected readonly hasRead = computed(
    () => this.readers()?.items.some(({ isMe, isCurrent }) => isMe && isCurrent) ?? false,
  );
  protected readonly guests = computed(() =>
    (this.readers()?.guests ?? []).map(({ item, title, submitterName, state }) => ({
      item,
      title,
      ...guestWords(personName(submitterName), state),
    })),
  );
  protected readonly others = computed(() => (this.toCome() ?? []).filter(({ id }) => id !== this.id()));
  protected readonly nothingAhead = computed(
    () => this.meeting() === undefined && this.toCome()?.length === 0,
  );
  protected readonly clock = clockTime;
  protected readonly isMissing = isMissing;

  constructor() {
    describePage(() => {
      const meeting = this.shown();
      return meeting && { title: $localize`Stukken voor ${dayInFull(meeting.startsAt)}:startsAt:` };
    });
  }

  protected async markRead(): Promise<void> {
    const id = this.id();
    if (!id) return;
    await this.act.run(
      this.api.markRead(id).pipe(tap((readings) => this.readings.set(readings))),
      () => $localize`Wij hebben genoteerd dat u de stukken las.`,
    );
  }

  protected reload(): void {
    this.meetings.reload();
    this.resource.reload();
    this.readings.reload();
  }
}
