import type { Routes } from '@angular/router';
import { staffGuard } from '../staff-guard';
import { DESKS } from './desks';

export const staffRoutes: Routes = [
  {
    path: 'beheer',
    pathMatch: 'full',
    title: $localize`Uw werkplek`,
    canMatch: [staffGuard(...DESKS.map(({ permission }) => permission))],
    loadComponent: () => import('./start-page').then(({ StartPage }) => StartPage),
  },
  {
    path: 'beheer/medewerkers',
    title: $localize`Medewerkers`,
    canMatch: [staffGuard('manage-staff')],
    loadComponent: () => import('./people-page').then(({ PeoplePage }) => PeoplePage),
  },
  {
    path: 'beheer/adressen',
    title: $localize`Adressen`,
    canMatch: [staffGuard('import-addresses')],
    loadComponent: () => import('./addresses-page').then(({ AddressesPage }) => AddressesPage),
  },
  {
    path: 'beheer/brieven',
    title: $localize`Brieven met een code`,
    canMatch: [staffGuard('issue-letter-codes')],
    loadComponent: () => import('./letters-page').then(({ LettersPage }) => LettersPage),
  },
  {
    path: 'beheer/logboek',
    title: $localize`Logboek`,
    canMatch: [staffGuard('read-audit-log')],
    loadComponent: () => import('./audit-log-page').then(({ AuditLogPage }) => AuditLogPage),
  },
];
