import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AgendaItem, Meeting } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';

/** Meetings of the committee and what they did with the winners. */
@Injectable({ providedIn: 'root' })
export class AgendaApi {
  private readonly district = inject(CurrentDistrict);

  meetings(): HttpResourceRef<{ items: Meeting[] } | undefined> {
    return httpResource<{ items: Meeting[] }>(() => this.district.path('/meetings'));
  }

  items(): HttpResourceRef<{ items: AgendaItem[] } | undefined> {
    return httpResource<{ items: AgendaItem[] }>(() => this.district.path('/agenda-items'));
  }
}
