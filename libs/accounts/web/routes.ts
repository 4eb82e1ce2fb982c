import type { Routes } from '@angular/router';

export const accountsRoutes: Routes = [
  {
    path: '',
    title: 'Inloggen',
    loadComponent: () => import('./sign-in-page').then(({ SignInPage }) => SignInPage),
  },
];

/** Pages about the account within a district. */
export const residentRoutes: Routes = [
  {
    path: 'bevestigen',
    title: 'Laat zien dat u hier woont',
    loadComponent: () => import('./identity/identity-page').then(({ IdentityPage }) => IdentityPage),
  },
  {
    path: 'mijn/wissen',
    title: 'Verwijder uw account',
    loadComponent: () => import('./erase-page').then(({ ErasePage }) => ErasePage),
  },
];
