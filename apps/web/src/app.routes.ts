import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';
import { accountsRoutes, residentRoutes, staffRoutes } from '@buurtstem/accounts-web';
import { agendaDeskRoutes, agendaRoutes } from '@buurtstem/agenda-web/routes';
import { discussionRoutes, moderationRoutes } from '@buurtstem/discussion-web/routes';
import {
  chooseDistrict,
  CurrentDistrict,
  DistrictFrame,
  districtRoutes,
  onlyDistrict,
} from '@buurtstem/districts-web';
import { editorRoutes, pagesRoutes, standardPagesRoutes } from '@buurtstem/pages-web';
import { proposalsRoutes } from '@buurtstem/proposals-web';
import { deskRoutes, votingRoutes } from '@buurtstem/voting-web';
import { lostPageRoutes } from './lost-page';

/** Signing in keeps the header of the district that the visitor came from. */
const districtOfReturn: CanActivateFn = (route) => {
  const district = /^\/([a-z0-9-]+)/.exec(route.queryParamMap.get('terug') ?? '')?.[1];
  if (district) inject(CurrentDistrict).choose(district);
  return true;
};

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Kies uw stadsdeel`,
    canActivate: [onlyDistrict],
    loadComponent: () =>
      import('./choose-district-page').then(({ ChooseDistrictPage }) => ChooseDistrictPage),
  },
  ...accountsRoutes.map((route) => ({ ...route, canActivate: [districtOfReturn] })),
  ...standardPagesRoutes,
  ...lostPageRoutes,
  {
    path: 'p/:code',
    title: $localize`Plan`,
    loadComponent: () => import('./no-plan-page').then(({ NoPlanPage }) => NoPlanPage),
  },
  {
    path: ':district',
    component: DistrictFrame,
    canActivate: [chooseDistrict],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./home-page').then(({ HomePage }) => HomePage),
      },
      ...proposalsRoutes,
      ...votingRoutes,
      ...discussionRoutes,
      ...residentRoutes,
      ...agendaRoutes,
      ...staffRoutes,
      ...deskRoutes,
      ...agendaDeskRoutes,
      ...moderationRoutes,
      ...editorRoutes,
      ...pagesRoutes,
      ...districtRoutes,
      {
        path: '**',
        title: $localize`Deze pagina bestaat niet`,
        loadComponent: () => import('./not-found-page').then(({ NotFoundPage }) => NotFoundPage),
      },
    ],
  },
];
