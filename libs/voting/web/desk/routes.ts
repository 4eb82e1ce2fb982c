import type { Routes } from '@angular/router';
import { endsInNumber } from '../routes';

export const deskRoutes: Routes = [
  {
    path: 'griffie/stemmen',
    pathMatch: 'full',
    title: 'Stemmen in onderzoek',
    loadComponent: () => import('./fraud-desk-page').then(({ FraudDeskPage }) => FraudDeskPage),
  },
  {
    path: 'griffie/stemmen/:batch',
    title: 'Stemmen in onderzoek',
    canMatch: [endsInNumber],
    loadComponent: () => import('./batch-page').then(({ BatchPage }) => BatchPage),
  },
  {
    path: 'griffie/papier',
    title: 'Stemmen op papier',
    loadComponent: () => import('./paper-page').then(({ PaperPage }) => PaperPage),
  },
];
