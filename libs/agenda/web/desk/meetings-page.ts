import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Meeting, PlanMeeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  counted,
  dayAndTime,
  DeskFailed,
  lastValue,
  MomentPipe,
  PageClock,
} from '@buurtstem/ui';
import type { Observable } from 'rxjs';
import { AgendaApi } from '../agenda-api';
import type { Badge } from '../agenda-words';
import { dateBlock, deadlineWords, isToCome, meetingHeading } from '../meeting-words';
import { AgendaDeskApi } from './desk-api';
import { newDraft } from './meeting-draft';
import { MeetingForm } from './meeting-form';

/** The clerk's meetings: what is planned, what was held, and planning a new one. */
@Component({
  selector: 'bs-meetings-page',
  imports: [RouterLink, ActResult, DeskFailed, MeetingForm, MomentPipe],
  templateUrl: './meetings-page.html',
})
export class MeetingsPage {
  private readonly api = inject(AgendaDeskApi);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = inject(AgendaApi).meetings();
  private readonly list = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly made = signal<Meeting | null>(null);

  protected readonly meetings = computed(() => this.list()?.items ?? null);
  protected readonly start = computed(() => newDraft(this.meetings() ?? [], this.now));
  protected readonly groups = computed(() => {
    const all = this.meetings() ?? [];
    const toCome = all.filter(({ startsAt }) => Date.parse(startsAt) > this.now.getTime());
    return [
      {
        id: 'komt',
        heading: $localize`Komende vergaderingen`,
        empty: $localize`Er is nog geen vergadering gepland. Plan er een, dan krijgen winnaars een plaats.`,
        meetings: toCome,
      },
      {
        id: 'geweest',
        heading: $localize`Eerdere vergaderingen`,
        empty: $localize`Er is nog geen vergadering geweest.`,
        meetings: all.filter((meeting) => !toCome.includes(meeting)).reverse(),
      },
    ].map((group) => ({ ...group, meetings: group.meetings.map((meeting) => this.shown(meeting)) }));
  });

  protected readonly planning = (wanted: PlanMeeting): Observable<Meeting> => this.api.plan(wanted);
  protected readonly said = ({ startsAt, items }: Meeting): string =>
    items.length === 0
      ? $localize`De vergadering van ${dayAndTime(startsAt)}:startsAt: is gepland.`
      : $localize`De vergadering van ${dayAndTime(startsAt)}:startsAt: is gepland. ${counted(items.length, $localize`plan dat wachtte, staat`, $localize`plannen die wachtten, staan`)}:counted: er al op.`;

  protected planned(meeting: Meeting): void {
    this.made.set(meeting);
    this.resource.reload();
  }

  private shown(meeting: Meeting) {
    return {
      ...meeting,
      heading: meetingHeading(meeting),
      block: dateBlock(meeting.startsAt),
      badge: stateBadge(meeting, this.now),
      plans: counted(meeting.items.length, $localize`plan van bewoners`, $localize`plannen van bewoners`),
      deadline: deadlineWords(meeting, this.now),
      isToCome: isToCome(meeting, this.now),
    };
  }
}

/** How far a meeting and its agenda are. */
export function stateBadge(meeting: Meeting, now: Date): Pick<Badge, 'words' | 'kind'> {
  if (meeting.state === 'cancelled') return { words: $localize`Gaat niet door`, kind: 'bs-badge--quiet' };
  if (meeting.state === 'held') return { words: $localize`Afgesloten`, kind: 'bs-badge--done' };
  if (!isToCome(meeting, now)) return { words: $localize`Nog afsluiten`, kind: 'bs-badge--late' };
  return meeting.published
    ? {
        words: $localize`Agenda gepubliceerd, versie ${meeting.published.version}:version:`,
        kind: 'bs-badge--done',
      }
    : { words: $localize`Concept`, kind: 'bs-badge--quiet' };
}
