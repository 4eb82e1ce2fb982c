import type { Routes } from '@angular/router';
import { staffGuard } from '@buurtstem/accounts-web';
import { endsInMeeting } from '../routes';

/** The desks of clerk, official and committee. */
export const agendaDeskRoutes: Routes = [
  {
    path: 'griffie',
    pathMatch: 'full',
    title: 'Wat moet er gebeuren?',
    canMatch: [staffGuard('manage-agenda')],
    loadComponent: () => import('./tasks-page').then(({ TasksPage }) => TasksPage),
  },
  {
    path: 'griffie/vergaderingen',
    pathMatch: 'full',
    title: 'Vergaderingen',
    canMatch: [staffGuard('plan-meeting')],
    loadComponent: () => import('./meetings-page').then(({ MeetingsPage }) => MeetingsPage),
  },
  {
    path: 'griffie/vergaderingen/:meeting',
    title: 'Vergadering',
    canMatch: [endsInMeeting, staffGuard('plan-meeting')],
    loadComponent: () => import('./meeting-desk-page').then(({ MeetingDeskPage }) => MeetingDeskPage),
  },
  {
    path: 'griffie/besluiten',
    title: 'Besluiten',
    canMatch: [staffGuard('record-outcome', 'report-progress')],
    loadComponent: () => import('./outcomes-page').then(({ OutcomesPage }) => OutcomesPage),
  },
  {
    path: 'ambtenaar',
    pathMatch: 'full',
    title: 'Uitleg bij plannen',
    canMatch: [staffGuard('write-context-note')],
    loadComponent: () => import('./official-page').then(({ OfficialPage }) => OfficialPage),
  },
  {
    path: 'commissie',
    pathMatch: 'full',
    title: 'Stukken',
    canMatch: [staffGuard('read-papers')],
    loadComponent: () => import('./committee-page').then(({ CommitteePage }) => CommitteePage),
  },
  {
    path: 'commissie/:meeting',
    title: 'Stukken',
    canMatch: [endsInMeeting, staffGuard('read-papers')],
    loadComponent: () => import('./committee-page').then(({ CommitteePage }) => CommitteePage),
  },
];
