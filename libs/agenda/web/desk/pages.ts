import type { Routes } from '@angular/router';
import { staffGuard } from '@buurtstem/accounts-web';
import { endsInMeeting } from '../ends-in-meeting';

export const CLERK_PAGES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Wat moet er gebeuren?`,
    canMatch: [staffGuard('manage-agenda')],
    loadComponent: () => import('./tasks-page').then(({ TasksPage }) => TasksPage),
  },
  {
    path: 'vergaderingen',
    pathMatch: 'full',
    title: $localize`Vergaderingen`,
    canMatch: [staffGuard('plan-meeting')],
    loadComponent: () => import('./meetings-page').then(({ MeetingsPage }) => MeetingsPage),
  },
  {
    path: 'vergaderingen/:meeting',
    title: $localize`Vergadering`,
    canMatch: [endsInMeeting, staffGuard('plan-meeting')],
    loadComponent: () => import('./meeting-desk-page').then(({ MeetingDeskPage }) => MeetingDeskPage),
  },
  {
    path: 'besluiten',
    title: $localize`Besluiten`,
    canMatch: [staffGuard('record-outcome', 'report-progress')],
    loadComponent: () => import('./outcomes-page').then(({ OutcomesPage }) => OutcomesPage),
  },
];

export const OFFICIAL_PAGES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Uitleg bij plannen`,
    canMatch: [staffGuard('write-context-note')],
    loadComponent: () => import('./official-page').then(({ OfficialPage }) => OfficialPage),
  },
];

export const COMMITTEE_PAGES: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Stukken`,
    canMatch: [staffGuard('read-papers')],
    loadComponent: () => import('./committee-page').then(({ CommitteePage }) => CommitteePage),
  },
  {
    path: ':meeting',
    title: $localize`Stukken`,
    canMatch: [endsInMeeting, staffGuard('read-papers')],
    loadComponent: () => import('./committee-page').then(({ CommitteePage }) => CommitteePage),
  },
];
