import type { Routes } from '@angular/router';

export const proposalsRoutes: Routes = [
  {
    path: 'plannen',
    pathMatch: 'full',
    title: 'Plannen',
    loadComponent: () => import('./proposals-page').then(({ ProposalsPage }) => ProposalsPage),
  },
  {
    path: 'indienen',
    title: 'Plan indienen',
    loadComponent: () => import('./submit-page').then(({ SubmitPage }) => SubmitPage),
  },
];
