import type { Routes } from '@angular/router';

/** The desks of clerk, official and committee. Their pages load with the first of them: residents never carry them. */
export const agendaDeskRoutes: Routes = [
  { path: 'griffie', loadChildren: () => import('./pages').then(({ CLERK_PAGES }) => CLERK_PAGES) },
  { path: 'ambtenaar', loadChildren: () => import('./pages').then(({ OFFICIAL_PAGES }) => OFFICIAL_PAGES) },
  { path: 'commissie', loadChildren: () => import('./pages').then(({ COMMITTEE_PAGES }) => COMMITTEE_PAGES) },
];
