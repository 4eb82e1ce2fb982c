import type { CanMatchFn, Routes } from '@angular/router';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A meeting whose id is none does not exist; no need to ask the API. */
export const endsInMeeting: CanMatchFn = (_route, segments) => ID.test(segments.at(-1)?.path ?? '');

const endsInNumber: CanMatchFn = (_route, segments) => /^[1-9]\d{0,8}$/.test(segments.at(-1)?.path ?? '');

export const agendaRoutes: Routes = [
  {
    path: 'agenda',
    pathMatch: 'full',
    title: 'Agenda',
    loadComponent: () => import('./agenda-page').then(({ AgendaPage }) => AgendaPage),
  },
  {
    path: 'agenda/:meeting',
    title: 'Vergadering',
    canMatch: [endsInMeeting],
    loadComponent: () => import('./meeting-page').then(({ MeetingPage }) => MeetingPage),
  },
  {
    path: 'opvolging',
    title: 'Wat is ermee gebeurd?',
    loadComponent: () => import('./follow-up-page').then(({ FollowUpPage }) => FollowUpPage),
  },
  {
    path: 'voorbereiden/:number',
    title: 'Bereid u voor',
    canMatch: [endsInNumber],
    loadComponent: () => import('./invitation/prepare-page').then(({ PreparePage }) => PreparePage),
  },
];
