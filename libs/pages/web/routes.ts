import type { Routes } from '@angular/router';
import { staffGuard } from '@buurtstem/accounts-web';

/** Pages about the site and the committee, within a district. */
export const pagesRoutes: Routes = [
  {
    path: 'over',
    pathMatch: 'full',
    title: $localize`Over deze site`,
    loadComponent: () => import('./about-page').then(({ AboutPage }) => AboutPage),
  },
  {
    path: 'over/:slug',
    loadComponent: () => import('./site-page').then(({ SitePageView }) => SitePageView),
  },
];

/** The standard pages outside every district: the law asks for them on every page of the site. */
export const standardPagesRoutes: Routes = [
  {
    path: 'over',
    pathMatch: 'full',
    title: $localize`Over deze site`,
    loadComponent: () => import('./standard-pages').then(({ StandardList }) => StandardList),
  },
  {
    path: 'over/:slug',
    loadComponent: () => import('./standard-pages').then(({ StandardPage }) => StandardPage),
  },
];

export const editorRoutes: Routes = [
  {
    path: 'redactie',
    pathMatch: 'full',
    title: $localize`Pagina’s`,
    canMatch: [staffGuard('write-pages')],
    loadComponent: () => import('./desk/pages-desk').then(({ PagesDesk }) => PagesDesk),
  },
  {
    path: 'redactie/nieuw',
    title: $localize`Nieuwe pagina`,
    canMatch: [staffGuard('write-pages')],
    loadComponent: () => import('./desk/edit-page').then(({ EditPage }) => EditPage),
  },
  {
    path: 'redactie/pagina/:slug',
    title: $localize`Pagina veranderen`,
    canMatch: [staffGuard('write-pages')],
    loadComponent: () => import('./desk/edit-page').then(({ EditPage }) => EditPage),
  },
];
