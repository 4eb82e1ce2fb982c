import { Component, computed, inject, input } from '@angular/core';
import type { Meeting } from '@buurtstem/contract';
import { Icon, MomentPipe, Notice, PageClock } from '@buurtstem/ui';
import { AgendaApi } from './agenda-api';
import { AgendaList } from './agenda-list';
import { contactWords, hoursOf, isToCome } from './meeting-words';

/** One meeting in full: what is on its agenda, and where and when it is. */
@Component({
  selector: 'bs-meeting-view',
  imports: [AgendaList, Icon, MomentPipe, Notice],
  templateUrl: './meeting-view.html',
})
export class MeetingView {
  readonly meeting = input.required<Meeting>();

  private readonly api = inject(AgendaApi);
  private readonly now = inject(PageClock).now();

  protected readonly hours = computed(() => hoursOf(this.meeting()));
  protected readonly contact = computed(() => contactWords(this.meeting().contact));
  protected readonly toCome = computed(() => isToCome(this.meeting(), this.now));
  /** The deadline of an agenda that is still open. */
  protected readonly openUntil = computed(() => {
    const { agendaDeadline } = this.meeting();
    return this.toCome() && Date.parse(agendaDeadline) > this.now.getTime() ? agendaDeadline : null;
  });
  protected readonly links = computed(() => {
    const { id } = this.meeting();
    return {
      calendar: this.api.agendaAs(id, 'calendar'),
      pdf: this.api.agendaAs(id, 'agenda-pdf'),
      html: this.api.agendaAs(id, 'agenda-html'),
      csv: this.api.agendaAs(id, 'agenda-csv'),
    };
  });
}
