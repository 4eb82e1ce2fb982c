import type { Routes } from '@angular/router';

export const proposalsRoutes: Routes = [
  {
    path: 'plannen',
    pathMatch: 'full',
    title: $localize`Plannen`,
    loadComponent: () => import('./proposals-page').then(({ ProposalsPage }) => ProposalsPage),
  },
  {
    path: 'indienen',
    title: $localize`Plan indienen`,
    loadComponent: () => import('./submit-page').then(({ SubmitPage }) => SubmitPage),
  },
];
