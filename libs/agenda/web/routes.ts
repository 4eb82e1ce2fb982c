import type { CanMatchFn, Routes } from '@angular/router';
import { endsInMeeting } from './ends-in-meeting';

const endsInNumber: CanMatchFn = (_route, segments) => /^[1-9]\d{0,8}$/.test(segments.at(-1)?.path ?? '');

// An entry of its own: who only wants the addresses must not carry the words and reads of the other one along.
export { agendaDeskRoutes } from './desk/routes';

export const agendaRoutes: Routes = [
  {
    path: 'agenda',
    pathMatch: 'full',
    title: $localize`Agenda`,
    loadComponent: () => import('./agenda-page').then(({ AgendaPage }) => AgendaPage),
  },
  {
    path: 'agenda/:meeting',
    title: $localize`Vergadering`,
    canMatch: [endsInMeeting],
    loadComponent: () => import('./meeting-page').then(({ MeetingPage }) => MeetingPage),
  },
  {
    path: 'opvolging',
    title: $localize`Wat is ermee gebeurd?`,
    loadComponent: () => import('./follow-up-page').then(({ FollowUpPage }) => FollowUpPage),
  },
  {
    path: 'voorbereiden/:number',
    title: $localize`Bereid u voor`,
    canMatch: [endsInNumber],
    loadComponent: () => import('./invitation/prepare-page').then(({ PreparePage }) => PreparePage),
  },
];
