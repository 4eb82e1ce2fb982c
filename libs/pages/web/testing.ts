import { TestBed } from '@angular/core/testing';
import type { DeskPage, SitePage } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';

export const API = '/api/v1/districts/west';
export const DESK = `${API}/desk-pages`;

/** The page stands in West, as its address would say. */
export function inWest(): void {
  TestBed.inject(CurrentDistrict).choose('west');
}

/** Builders for the specs: one valid thing each, of which a spec changes what it is about. */
export function aPage(changes: Partial<SitePage> = {}): SitePage {
  return {
    slug: 'commissie',
    title: 'Wat is een commissie?',
    titleEn: '',
    body: 'Een groep mensen uit het stadsdeel.',
    bodyEn: '',
    isStandard: false,
    changedAt: '2026-11-20T10:00:00Z',
    accessibility: null,
    ...changes,
  };
}

export function aDeskPage(changes: Partial<DeskPage> = {}): DeskPage {
  return {
    ...aPage(),
    state: 'draft',
    version: 1,
    history: [
      {
        version: 1,
        state: 'draft',
        title: 'Wat is een commissie?',
        actorName: 'Noor',
        writtenAt: '2026-11-20T10:00:00Z',
      },
    ],
    ...changes,
  };
}
