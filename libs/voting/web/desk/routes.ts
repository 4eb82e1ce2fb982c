import type { Routes } from '@angular/router';
import { staffGuard } from '@buurtstem/accounts-web';
import { endsInNumber } from '../routes';

export const deskRoutes: Routes = [
  {
    path: 'griffie/stemmen',
    pathMatch: 'full',
    title: $localize`Stemmen in onderzoek`,
    canMatch: [staffGuard('examine-votes')],
    loadComponent: () => import('./fraud-desk-page').then(({ FraudDeskPage }) => FraudDeskPage),
  },
  {
    path: 'griffie/stemmen/:batch',
    title: $localize`Stemmen in onderzoek`,
    canMatch: [endsInNumber, staffGuard('examine-votes')],
    loadComponent: () => import('./batch-page').then(({ BatchPage }) => BatchPage),
  },
  {
    path: 'griffie/papier',
    title: $localize`Stemmen op papier`,
    canMatch: [staffGuard('enter-paper-votes')],
    loadComponent: () => import('./paper-page').then(({ PaperPage }) => PaperPage),
  },
];
