import type { Routes } from '@angular/router';

// An entry of its own: who only wants the addresses must not carry the components of the other one along.
export { moderationRoutes } from './desk/routes';

export const discussionRoutes: Routes = [
  {
    path: 'besluiten',
    pathMatch: 'full',
    title: $localize`Besluiten van moderators`,
    loadComponent: () => import('./log/log-page').then(({ LogPage }) => LogPage),
  },
];
