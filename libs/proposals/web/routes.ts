import type { ActivatedRouteSnapshot, Routes, UrlMatchResult, UrlSegment } from '@angular/router';
import { stepOf } from './submit/step-slugs';

/** `indienen` and `indienen/kort` are one page, so that what is written stands through all its questions. */
function submitting([first, step, ...rest]: UrlSegment[]): UrlMatchResult | null {
  if (first?.path !== 'indienen' || rest.length > 0 || stepOf(step?.path) === null) return null;
  return step ? { consumed: [first, step], posParams: { step } } : { consumed: [first] };
}

export const proposalsRoutes: Routes = [
  {
    path: 'plannen',
    pathMatch: 'full',
    title: $localize`Plannen`,
    loadComponent: () => import('./proposals-page').then(({ ProposalsPage }) => ProposalsPage),
  },
  {
    matcher: submitting,
    title: async ({ paramMap }: ActivatedRouteSnapshot) =>
      (await import('./submit/step-words')).titleOf(stepOf(paramMap.get('step')) ?? 'title'),
    loadComponent: () => import('./submit-page').then(({ SubmitPage }) => SubmitPage),
  },
];
