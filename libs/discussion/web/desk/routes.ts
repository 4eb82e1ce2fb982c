import type { CanMatchFn, Routes } from '@angular/router';
import { staffGuard } from '@buurtstem/accounts-web';

/** A case that is no number does not exist; no need to ask the API. */
const endsInNumber: CanMatchFn = (_route, segments) => /^[1-9]\d{0,8}$/.test(segments.at(-1)?.path ?? '');

export const moderationRoutes: Routes = [
  {
    path: 'moderatie',
    pathMatch: 'full',
    title: $localize`Wachtrij van moderators`,
    canMatch: [staffGuard('moderate')],
    loadComponent: () => import('./queue-page').then(({ QueuePage }) => QueuePage),
  },
  {
    path: 'moderatie/zaken/:case',
    title: $localize`Zaak`,
    canMatch: [endsInNumber, staffGuard('moderate')],
    loadComponent: () => import('./case-page').then(({ CasePage }) => CasePage),
  },
  {
    path: 'moderatie/bezwaren',
    title: $localize`Bezwaren`,
    data: { view: 'appeals' },
    canMatch: [staffGuard('moderate')],
    loadComponent: () => import('./cases-page').then(({ CasesPage }) => CasesPage),
  },
  {
    path: 'moderatie/besloten',
    title: $localize`Besloten`,
    data: { view: 'decided' },
    canMatch: [staffGuard('moderate')],
    loadComponent: () => import('./cases-page').then(({ CasesPage }) => CasesPage),
  },
  {
    path: 'moderatie/instellingen',
    title: $localize`Instellingen van moderators`,
    canMatch: [staffGuard('moderate')],
    loadComponent: () =>
      import('./settings-page').then(({ ModerationSettingsPage }) => ModerationSettingsPage),
  },
];
