import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Argument,
  ArgumentPage,
  ArgumentSort,
  ArgumentVersionList,
  Choice,
  FileReport,
  Like,
  ModerationCase,
  Reply,
  ReplyPage,
  ReportFiled,
  Statement,
  StatementList,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';
import type { Subject } from './subject';

/** What is said of a plan of the current district. */
@Injectable({ providedIn: 'root' })
export class DiscussionApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  arguments(
    number: () => number,
    side: Choice,
    sort: () => ArgumentSort,
    limit: number,
  ): HttpResourceRef<ArgumentPage | undefined> {
    return httpResource<ArgumentPage>(() =>
      this.district.path(`/proposals/${number()}/arguments?side=${side}&sort=${sort()}&limit=${limit}`),
    );
  }

  /** The page after the one whose `next` is given. */
  argumentsAfter(
    number: number,
    query: { side: Choice; sort: ArgumentSort; after: string; limit: number },
  ): Observable<ArgumentPage> {
    return this.http.get<ArgumentPage>(this.address(`/proposals/${number}/arguments`), { params: query });
  }

  argument(number: number, id: string): Observable<Argument> {
    return this.http.get<Argument>(this.argumentAddress(number, id));
  }

  argue(number: number, side: Choice, body: string): Observable<Argument> {
    return this.http.post<Argument>(this.address(`/proposals/${number}/arguments`), { side, body });
  }

  /** Of an argument or a reply; answers the argument, with the first replies. `version` is the one that was read. */
  edit(number: number, id: string, body: string, version: number): Observable<Argument> {
    return this.http.patch<Argument>(this.argumentAddress(number, id), { body, version });
  }

  /** What it said before. An undefined place asks nothing; the same place again asks anew. */
  versions(
    of: () => { number: number; id: string } | undefined,
  ): HttpResourceRef<ArgumentVersionList | undefined> {
    return httpResource<ArgumentVersionList>(() => {
      const asked = of();
      return asked && { url: `${this.argumentAddress(asked.number, asked.id)}/versions` };
    });
  }

  /** Oldest first; from the first one where no `after` is given. */
  replies(number: number, id: string, limit: number, after: string | null): Observable<ReplyPage> {
    return this.http.get<ReplyPage>(`${this.argumentAddress(number, id)}/replies`, {
      params: after === null ? { limit } : { limit, after },
    });
  }

  reply(number: number, id: string, body: string): Observable<Reply> {
    return this.http.post<Reply>(`${this.argumentAddress(number, id)}/replies`, { body });
  }

  /** Twice is once (PUT). */
  like(number: number, id: string): Observable<Like> {
    return this.http.put<Like>(`${this.argumentAddress(number, id)}/my-like`, {});
  }

  unlike(number: number, id: string): Observable<Like> {
    return this.http.delete<Like>(`${this.argumentAddress(number, id)}/my-like`);
  }

  report(number: number, report: FileReport): Observable<ReportFiled> {
    return this.http.post<ReportFiled>(this.address(`/proposals/${number}/reports`), report);
  }

  statements(number: () => number): HttpResourceRef<StatementList | undefined> {
    return httpResource<StatementList>(() => this.district.path(`/proposals/${number()}/statements`));
  }

  publishStatement(number: number, body: string): Observable<Statement> {
    return this.http.post<Statement>(this.address(`/proposals/${number}/statements`), { body });
  }

  /** For moderators: the case about it that is open, or a new one. */
  openCase(proposalNumber: number, subject: Subject): Observable<ModerationCase> {
    return this.http.post<ModerationCase>(this.address('/moderation-cases'), { ...subject, proposalNumber });
  }

  private argumentAddress(number: number, id: string): string {
    return this.address(`/proposals/${number}/arguments/${encodeURIComponent(id)}`);
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
