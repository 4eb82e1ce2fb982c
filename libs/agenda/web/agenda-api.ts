import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AgendaItemList,
  FollowUpYearList,
  Meeting,
  MeetingList,
  PublishedAgendaList,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';

/** Meetings of the committee and what they did with the winners. */
@Injectable({ providedIn: 'root' })
export class AgendaApi {
  private readonly district = inject(CurrentDistrict);

  meetings(): HttpResourceRef<MeetingList | undefined> {
    return httpResource<MeetingList>(() => this.district.path('/meetings'));
  }

  /** An undefined meeting asks nothing. */
  meeting(id: () => string | undefined): HttpResourceRef<Meeting | undefined> {
    return httpResource<Meeting>(() => {
      const asked = id();
      return asked === undefined ? undefined : this.district.path(`/meetings/${asked}`);
    });
  }

  /** Every version of an agenda that was published, newest first. */
  publishedAgendas(id: () => string | undefined): HttpResourceRef<PublishedAgendaList | undefined> {
    return httpResource<PublishedAgendaList>(() => {
      const asked = id();
      return asked === undefined ? undefined : this.district.path(`/meetings/${asked}/published-agendas`);
    });
  }

  items(): HttpResourceRef<AgendaItemList | undefined> {
    return httpResource<AgendaItemList>(() => this.district.path('/agenda-items'));
  }

  years(): HttpResourceRef<FollowUpYearList | undefined> {
    return httpResource<FollowUpYearList>(() => this.district.path('/follow-up-years'));
  }

  /** Where the agenda is to be had in another form. */
  agendaAs(meeting: string, form: 'agenda-pdf' | 'agenda-html' | 'agenda-csv' | 'calendar'): string {
    return this.district.path(`/meetings/${meeting}/${form}`) ?? '';
  }
}
