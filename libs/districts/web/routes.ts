import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import type { DistrictSummary } from '@buurtstem/contract';
import { catchError, map, of } from 'rxjs';
import { CurrentDistrict } from './current-district';

/** Makes the address choose the district. */
export const chooseDistrict: CanActivateFn = (route) => {
  inject(CurrentDistrict).choose(route.paramMap.get('district') ?? '');
  return true;
};

/** With one district there is nothing to choose: the front page is the district's home. */
export const onlyDistrict: CanActivateFn = () => {
  const router = inject(Router);
  return inject(HttpClient)
    .get<{ items: DistrictSummary[] }>('/api/v1/districts')
    .pipe(
      map(({ items: [first, ...others] }) =>
        first && others.length === 0 ? router.createUrlTree(['/', first.slug]) : true,
      ),
      catchError(() => of(true)),
    );
};

export const districtRoutes: Routes = [
  {
    path: 'spelregels',
    title: $localize`Spelregels`,
    loadComponent: () => import('./rules-page').then(({ RulesPage }) => RulesPage),
  },
];
