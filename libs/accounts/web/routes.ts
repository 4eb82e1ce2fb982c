import type { Routes } from '@angular/router';

export const accountsRoutes: Routes = [
  {
    path: '',
    title: 'Inloggen',
    loadComponent: () => import('./sign-in-page').then(({ SignInPage }) => SignInPage),
  },
];
