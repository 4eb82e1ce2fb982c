import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Visitor } from '@buurtstem/accounts-web';
import type { DraftAgenda, Meeting, PlanMeeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  dayInFull,
  describePage,
  DeskFailed,
  type Failure,
  Icon,
  isMissing,
  lastValue,
  MomentPipe,
  NotFound,
  Notice,
  PageClock,
} from '@buurtstem/ui';
import { isPermitted } from '@buurtstem/shared-domain';
import { type Observable, tap } from 'rxjs';
import { AgendaApi } from '../agenda-api';
import { AgendaList } from '../agenda-list';
import { isToCome } from '../meeting-words';
import { AgendaEditor } from './agenda-editor';
import { CancelForm } from './cancel-form';
import { AgendaDeskApi } from './desk-api';
import { HoldForm } from './hold-form';
import { draftOf } from './meeting-draft';
import { MeetingForm } from './meeting-form';
import { stateBadge } from './meetings-page';
import { Readers } from './readers';
import { WhoComes } from './who-comes';

/** One meeting as the clerk works on it: its agenda, who comes, who has read, changing it and closing it. */
@Component({
  selector: 'bs-meeting-desk-page',
  imports: [
    RouterLink,
    ActResult,
    AgendaEditor,
    AgendaList,
    CancelForm,
    DeskFailed,
    HoldForm,
    Icon,
    MeetingForm,
    MomentPipe,
    NotFound,
    Notice,
    Readers,
    WhoComes,
  ],
  templateUrl: './meeting-desk-page.html',
})
export class MeetingDeskPage {
  readonly meeting = input.required<string>();

  private readonly api = inject(AgendaDeskApi);
  private readonly agenda = inject(AgendaApi);
  private readonly visitor = inject(Visitor);
  private readonly clock = inject(PageClock);
  protected readonly current = inject(CurrentDistrict);
  protected readonly act = new Act();
  protected readonly resource = this.agenda.meeting(this.meeting);
  private readonly last = lastValue(this.resource);
  /** Never the meeting of the address before this one. */
  protected readonly shown = computed(() => {
    const meeting = this.last();
    return meeting?.id === this.meeting() ? meeting : null;
  });
  /** An administrator plans meetings; the agenda is the clerk's. */
  protected readonly isClerk = computed(() =>
    isPermitted('manage-agenda', this.visitor.account()?.roles ?? [], this.current.slug()),
  );
  private readonly asked = computed(() => (this.isClerk() ? this.meeting() : undefined));
  protected readonly draftResource = this.api.draft(this.asked);
  protected readonly draft = lastValue(this.draftResource);
  protected readonly readings = this.api.readings(this.asked);

  protected readonly badge = computed(() => {
    const meeting = this.shown();
    return meeting && stateBadge(meeting, this.clock.now());
  });
  protected readonly phase = computed(() => {
    const meeting = this.shown();
    if (!meeting || meeting.state !== 'planned') return 'over';
    return isToCome(meeting, this.clock.now()) ? 'ahead' : 'to-close';
  });
  protected readonly start = computed(() => {
    const meeting = this.shown();
    return meeting && draftOf(meeting);
  });
  protected readonly links = computed(() => ({
    pdf: this.agenda.agendaAs(this.meeting(), 'agenda-pdf'),
    html: this.agenda.agendaAs(this.meeting(), 'agenda-html'),
    csv: this.agenda.agendaAs(this.meeting(), 'agenda-csv'),
    calendar: this.agenda.agendaAs(this.meeting(), 'calendar'),
  }));
  protected readonly isMissing = isMissing;

  constructor() {
    describePage(() => {
      const meeting = this.shown();
      return (
        meeting && { title: $localize`Vergadering van ${dayInFull(meeting.startsAt)}:startsAt:, griffie` }
      );
    });
  }

  protected readonly changing = (wanted: PlanMeeting, reason: string): Observable<Meeting> =>
    this.api.change(this.meeting(), { ...wanted, reason, sequence: this.shown()?.sequence ?? 0 });
  protected readonly saidChanged = ({ startsAt }: Meeting): string =>
    $localize`De vergadering is veranderd. Zij is nu op ${dayInFull(startsAt)}:startsAt:. Indieners krijgen bericht.`;

  protected take(meeting: Meeting): void {
    this.resource.set(meeting);
    this.draftResource.reload();
  }

  protected takeDraft(draft: DraftAgenda): void {
    this.draftResource.set(draft);
  }

  /** What was typed stays in the form; the meeting as a colleague left it is shown above it. */
  protected async refused({ code }: Failure): Promise<void> {
    if (code !== 'version-conflict') return;
    this.act.forget();
    await this.act.run(
      this.api.readMeeting(this.meeting()).pipe(tap((meeting) => this.theirs(meeting))),
      ({ startsAt, place }) =>
        $localize`Er is nog niets veranderd. Een collega veranderde de vergadering intussen: ${dayInFull(startsAt)}:startsAt:, ${place}:place:. Wat u typte, staat er nog.`,
    );
  }

  protected reload(): void {
    this.resource.reload();
    this.draftResource.reload();
    this.readings.reload();
  }

  private theirs(meeting: Meeting): void {
    this.resource.set(meeting);
  }
}
