import type { CanMatchFn, Routes } from '@angular/router';

/** A plan or round that is no number does not exist; no need to ask the API. */
export const endsInNumber: CanMatchFn = (_route, segments) =>
  /^[1-9]\d{0,8}$/.test(segments.at(-1)?.path ?? '');

export const votingRoutes: Routes = [
  {
    path: 'plannen/:number',
    title: $localize`Plan`,
    canMatch: [endsInNumber],
    loadComponent: () => import('./proposal-page').then(({ ProposalPage }) => ProposalPage),
  },
  {
    path: 'uitslagen',
    pathMatch: 'full',
    title: $localize`Uitslagen`,
    loadComponent: () => import('./rounds-page').then(({ RoundsPage }) => RoundsPage),
  },
  {
    path: 'uitslagen/:round',
    title: $localize`Uitslag`,
    canMatch: [endsInNumber],
    loadComponent: () => import('./count-page').then(({ CountPage }) => CountPage),
  },
  {
    path: 'mijn',
    pathMatch: 'full',
    title: $localize`Mijn pagina`,
    loadComponent: () => import('./my-page/my-page').then(({ MyPage }) => MyPage),
  },
];
