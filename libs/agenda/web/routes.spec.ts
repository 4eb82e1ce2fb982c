import { TestBed } from '@angular/core/testing';
import type { CanMatchFn, Route } from '@angular/router';
import { UrlSegment } from '@angular/router';
import { endsInMeeting } from './ends-in-meeting';
import { agendaDeskRoutes, agendaRoutes } from './routes';
import { MEETING } from './testing';

const matches = (guard: CanMatchFn, ...path: string[]) =>
  TestBed.runInInjectionContext(() =>
    (guard as (route: Route, segments: UrlSegment[]) => unknown)(
      {},
      path.map((part) => new UrlSegment(part, {})),
    ),
  );

describe('the addresses of the agenda', () => {
  it.each([
    [MEETING, true],
    ['3', false],
    ['11111111-1111-4111-8111-11111111111z', false],
    ['', false],
  ])('take an id of a meeting and nothing else (%s)', (id, taken) => {
    expect(matches(endsInMeeting, 'agenda', id)).toBe(taken);
  });

  it('load nothing of a page before it is asked for', () => {
    for (const route of [...agendaRoutes, ...agendaDeskRoutes])
      expect(route.loadComponent ?? route.loadChildren).toBeInstanceOf(Function);
  });

  it('keep the desks for staff: every page of theirs has a guard', async () => {
    const { CLERK_PAGES, OFFICIAL_PAGES, COMMITTEE_PAGES } = await import('./desk/pages');
    for (const page of [...CLERK_PAGES, ...OFFICIAL_PAGES, ...COMMITTEE_PAGES])
      expect(page.canMatch?.length).toBeGreaterThan(0);
  });
});
