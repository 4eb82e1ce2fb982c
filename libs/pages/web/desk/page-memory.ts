import { inject, Injectable } from '@angular/core';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { DeviceMemory } from '@buurtstem/ui';

const A_WEEK_MS = 7 * 86_400_000;

/** The fields of the form, and the version that they were begun from. */
export interface PageDraft {
  readonly slug: string;
  readonly title: string;
  readonly body: string;
  readonly titleEn: string;
  readonly bodyEn: string;
}
export interface KeptDraft extends PageDraft {
  readonly version: number;
}

const isKeptDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['slug', 'title', 'body', 'titleEn', 'bodyEn'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  ) &&
  typeof (value as Record<string, unknown>)['version'] === 'number';

/** What an editor typed and has not saved yet, on their own device: a closed tab or a lost connection costs nothing. */
@Injectable({ providedIn: 'root' })
export class PageMemory {
  private readonly device = inject(DeviceMemory);
  private readonly district = inject(CurrentDistrict);

  /** `page` is the slug; '' for the page that is new. */
  keep(page: string, draft: KeptDraft): void {
    this.device.keep(this.key(page), draft);
  }

  read(page: string): KeptDraft | null {
    return this.device.read(this.key(page), A_WEEK_MS, isKeptDraft);
  }

  forget(page: string): void {
    this.device.forget(this.key(page));
  }

  private key(page: string): string {
    return `buurtstem.pagina.${this.district.slug()}.${page}`;
  }
}
