import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { LogPage } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';

/** What moderators of the current district decided, for everybody to read. */
@Injectable({ providedIn: 'root' })
export class LogApi {
  private readonly district = inject(CurrentDistrict);
  /** The newest decisions for a feed reader. */
  readonly feed = computed(() => this.district.path('/moderation-log/feed') ?? null);
  /** The lines as they are hashed, for who checks them. */
  readonly lines = computed(() => this.district.path('/moderation-log?limit=500') ?? null);

  /** Newest first; only lines before this position where one is given. */
  page(before: () => number | undefined): HttpResourceRef<LogPage | undefined> {
    return httpResource<LogPage>(() => {
      const position = before();
      return this.district.path(`/moderation-log${position === undefined ? '' : `?before=${position}`}`);
    });
  }
}
