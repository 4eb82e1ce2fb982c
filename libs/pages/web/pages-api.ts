import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Accessibility,
  DeskPage,
  DeskPageList,
  PageList,
  SetAccessibility,
  SitePage,
  WritePage,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';

/** What can be done with a page that is there, by the last part of the address. */
export type PageVerb = 'publication' | 'withdrawal' | 'removal' | 'standard-text';

/** The pages of the current district. */
@Injectable({ providedIn: 'root' })
export class PagesApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  list(): HttpResourceRef<PageList | undefined> {
    return httpResource<PageList>(() => this.district.path('/pages'));
  }

  page(slug: () => string): HttpResourceRef<SitePage | undefined> {
    return httpResource<SitePage>(() => this.district.path(`/pages/${encodeURIComponent(slug())}`));
  }

  deskList(): HttpResourceRef<DeskPageList | undefined> {
    return httpResource<DeskPageList>(() => this.district.path('/desk-pages'));
  }

  /** Nothing is asked for a page that is not there yet. */
  deskPage(slug: () => string): HttpResourceRef<DeskPage | undefined> {
    return httpResource<DeskPage>(() => (slug() === '' ? undefined : this.deskAddress(slug())));
  }

  read(slug: string): Observable<DeskPage> {
    return this.http.get<DeskPage>(this.deskAddress(slug));
  }

  write(slug: string, page: WritePage): Observable<DeskPage> {
    return this.http.put<DeskPage>(this.deskAddress(slug), page);
  }

  act(slug: string, verb: PageVerb, version: number): Observable<DeskPage | null> {
    return this.http.post<DeskPage | null>(`${this.deskAddress(slug)}/${verb}`, { version });
  }

  claim(wanted: SetAccessibility): Observable<Accessibility> {
    return this.http.put<Accessibility>(this.district.path('/accessibility') ?? '', wanted);
  }

  private deskAddress(slug: string): string {
    return this.district.path(`/desk-pages/${encodeURIComponent(slug)}`) ?? '';
  }
}
