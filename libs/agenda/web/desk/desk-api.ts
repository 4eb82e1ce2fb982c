import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeMeeting,
  ClerkTaskList,
  DraftAgenda,
  HoldMeeting,
  Meeting,
  MoveAgendaItem,
  PlanMeeting,
  PutDraftAgenda,
  ReadingList,
  RecordOutcome,
  ReportedProgress,
  ReportProgress,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** What clerk, official and committee read and write of meetings in the current district. */
@Injectable({ providedIn: 'root' })
export class AgendaDeskApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  tasks(): HttpResourceRef<ClerkTaskList | undefined> {
    return httpResource<ClerkTaskList>(() => this.district.path('/clerk-tasks'));
  }

  /** An undefined meeting asks nothing. */
  draft(meeting: () => string | undefined): HttpResourceRef<DraftAgenda | undefined> {
    return httpResource<DraftAgenda>(() => this.ofMeeting(meeting(), 'draft-agenda'));
  }

  readings(meeting: () => string | undefined): HttpResourceRef<ReadingList | undefined> {
    return httpResource<ReadingList>(() => this.ofMeeting(meeting(), 'readings'));
  }

  plan(wanted: PlanMeeting): Observable<Meeting> {
    return this.http.post<Meeting>(this.address('/meetings'), wanted);
  }

  change(meeting: string, wanted: ChangeMeeting): Observable<Meeting> {
    return this.http.put<Meeting>(this.address(`/meetings/${meeting}`), wanted);
  }

  cancel(meeting: string, reason: string): Observable<Meeting> {
    return this.http.post<Meeting>(this.address(`/meetings/${meeting}/cancellation`), { reason });
  }

  readMeeting(meeting: string): Observable<Meeting> {
    return this.http.get<Meeting>(this.address(`/meetings/${meeting}`));
  }

  readDraft(meeting: string): Observable<DraftAgenda> {
    return this.http.get<DraftAgenda>(this.address(`/meetings/${meeting}/draft-agenda`));
  }

  saveDraft(meeting: string, wanted: PutDraftAgenda): Observable<DraftAgenda> {
    return this.http.put<DraftAgenda>(this.address(`/meetings/${meeting}/draft-agenda`), wanted);
  }

  publish(meeting: string, revision: number, note: string): Observable<Meeting> {
    return this.http.post<Meeting>(this.address(`/meetings/${meeting}/published-agendas`), {
      revision,
      note,
    });
  }

  move(item: string, wanted: MoveAgendaItem): Observable<unknown> {
    return this.http.post(this.address(`/agenda-items/${item}/moves`), wanted);
  }

  hold(meeting: string, wanted: HoldMeeting): Observable<Meeting> {
    return this.http.put<Meeting>(this.address(`/meetings/${meeting}/held`), wanted);
  }

  decide(item: string, wanted: RecordOutcome): Observable<unknown> {
    return this.http.post(this.address(`/agenda-items/${item}/outcomes`), wanted);
  }

  report(item: string, wanted: ReportProgress): Observable<ReportedProgress> {
    return this.http.post<ReportedProgress>(this.address(`/agenda-items/${item}/progress-reports`), wanted);
  }

  addPhoto(item: string, report: number, photo: File, alt: string): Observable<unknown> {
    const address = this.address(`/agenda-items/${item}/progress-reports/${report}/picture`);
    return this.http.put(address, photo, { params: { alt }, headers: { 'Content-Type': photo.type } });
  }

  writeNote(item: string, text: string): Observable<unknown> {
    return this.http.put(this.address(`/agenda-items/${item}/context-note`), { text });
  }

  markRead(meeting: string): Observable<ReadingList> {
    return this.http.put<ReadingList>(this.address(`/meetings/${meeting}/my-reading`), {});
  }

  private ofMeeting(meeting: string | undefined, what: string): string | undefined {
    return meeting === undefined ? undefined : this.district.path(`/meetings/${meeting}/${what}`);
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
