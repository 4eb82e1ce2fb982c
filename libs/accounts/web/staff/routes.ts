import type { Routes } from '@angular/router';

export const staffRoutes: Routes = [
  {
    path: 'beheer',
    pathMatch: 'full',
    title: 'Uw werkplek',
    loadComponent: () => import('./start-page').then(({ StartPage }) => StartPage),
  },
  {
    path: 'beheer/medewerkers',
    title: 'Medewerkers',
    loadComponent: () => import('./people-page').then(({ PeoplePage }) => PeoplePage),
  },
  {
    path: 'beheer/adressen',
    title: 'Adressen',
    loadComponent: () => import('./addresses-page').then(({ AddressesPage }) => AddressesPage),
  },
  {
    path: 'beheer/brieven',
    title: 'Brieven met een code',
    loadComponent: () => import('./letters-page').then(({ LettersPage }) => LettersPage),
  },
  {
    path: 'beheer/logboek',
    title: 'Logboek',
    loadComponent: () => import('./audit-log-page').then(({ AuditLogPage }) => AuditLogPage),
  },
];
