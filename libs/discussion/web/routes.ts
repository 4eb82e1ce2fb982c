import type { Routes } from '@angular/router';

export const discussionRoutes: Routes = [
  {
    path: 'besluiten',
    pathMatch: 'full',
    title: 'Besluiten van moderators',
    loadComponent: () => import('./log/log-page').then(({ LogPage }) => LogPage),
  },
];
