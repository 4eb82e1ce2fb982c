import type { Routes } from '@angular/router';

export const agendaRoutes: Routes = [
  {
    path: 'agenda',
    title: 'Agenda',
    loadComponent: () => import('./agenda-page').then(({ AgendaPage }) => AgendaPage),
  },
  {
    path: 'opvolging',
    title: 'Wat is ermee gebeurd?',
    loadComponent: () => import('./follow-up-page').then(({ FollowUpPage }) => FollowUpPage),
  },
];
