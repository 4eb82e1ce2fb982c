import { httpResource } from '@angular/common/http';
import { computed, Injectable, signal } from '@angular/core';
import type { District, DistrictSummary, Rulebook } from '@buurtstem/contract';

/** The district that the visitor is looking at, with its rulebook. Pages under `/:district` choose it by their address. */
@Injectable({ providedIn: 'root' })
export class CurrentDistrict {
  private readonly chosen = signal<string | null>(null);
  private readonly all = httpResource<{ items: DistrictSummary[] }>(() =>
    this.chosen() === null ? '/api/v1/districts' : undefined,
  );

  /** Null only on a page outside every district, until the list of districts is here. */
  readonly slug = computed(
    () => this.chosen() ?? (this.all.hasValue() ? (this.all.value().items[0]?.slug ?? null) : null),
  );
  readonly resource = httpResource<District>(() => this.path());
  readonly rulebook = httpResource<Rulebook>(() => this.path('/rulebook'));
  readonly value = computed(() => (this.resource.hasValue() ? this.resource.value() : null));

  choose(slug: string): void {
    this.chosen.set(slug);
  }

  /** The API's address of something in this district; undefined while no district is known, so nothing is asked. */
  path(rest = ''): string | undefined {
    const slug = this.slug();
    return slug === null ? undefined : `/api/v1/districts/${encodeURIComponent(slug)}${rest}`;
  }
}
