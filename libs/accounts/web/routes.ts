import type { Routes } from '@angular/router';

/** Pages about signing in; they stand outside every district. */
export const accountsRoutes: Routes = [
  {
    path: 'inloggen',
    title: $localize`Inloggen`,
    loadComponent: () => import('./sign-in-page').then(({ SignInPage }) => SignInPage),
  },
  {
    path: 'tweede-stap',
    title: $localize`Tweede stap`,
    loadComponent: () =>
      import('./second-factor/second-factor-page').then(({ SecondFactorPage }) => SecondFactorPage),
  },
  {
    path: 'afmelden/:token',
    title: $localize`Stop deze mails`,
    loadComponent: () => import('./stop-mail-page').then(({ StopMailPage }) => StopMailPage),
  },
];

/** Pages about the account within a district. */
export const residentRoutes: Routes = [
  {
    path: 'bevestigen',
    title: $localize`Laat zien dat u hier woont`,
    loadComponent: () => import('./identity/identity-page').then(({ IdentityPage }) => IdentityPage),
  },
  {
    path: 'mijn/wissen',
    title: $localize`Verwijder uw account`,
    loadComponent: () => import('./erase-page').then(({ ErasePage }) => ErasePage),
  },
];
