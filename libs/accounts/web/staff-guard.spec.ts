import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { waitFor } from '@testing-library/dom';
import type { Account, Session } from '@buurtstem/contract';
import { staffGuard } from './staff-guard';
import { anAccount } from './testing';

@Component({ selector: 'bs-desk', template: 'De balie' })
class Desk {}
@Component({ selector: 'bs-missing', template: 'Deze pagina bestaat niet' })
class Missing {}
@Component({ selector: 'bs-other', template: 'Iets anders' })
class Other {}

/** What somebody with this session sees at `/west/balie?x=1`, which needs `enter-paper-votes`. */
async function atTheDesk(answer: Session | 'failure') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'inloggen', component: Other },
        { path: 'tweede-stap', component: Other },
        {
          path: ':district',
          children: [
            { path: 'balie', canMatch: [staffGuard('enter-paper-votes')], component: Desk },
            { path: '**', component: Missing },
          ],
        },
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  const arrived = harness.navigateByUrl('/west/balie?x=1');
  const asked = await waitFor(() => http.expectOne('/api/v1/session'));
  if (answer === 'failure') asked.flush('', { status: 503, statusText: 'Service Unavailable' });
  else asked.flush(answer);
  await arrived;
  return { url: TestBed.inject(Router).url, text: harness.routeNativeElement?.textContent };
}

const clerk = (changes: Partial<Account>): Session => ({
  account: anAccount({ roles: [{ district: 'west', role: 'clerk' }], staffAccess: 'open', ...changes }),
});

describe('the guard of a desk', () => {
  it('opens for staff with this permission in this district and a confirmed second factor', async () => {
    expect(await atTheDesk(clerk({}))).toEqual({ url: '/west/balie?x=1', text: 'De balie' });
  });

  it('leads who is not signed in to sign in, with the way back', async () => {
    expect((await atTheDesk({ account: null })).url).toBe('/inloggen?terug=%2Fwest%2Fbalie%3Fx%3D1');
  });

  it.each(['enrol', 'confirm'] as const)(
    'leads staff whose access is "%s" to the second factor, with the way back',
    async (staffAccess) => {
      const { url } = await atTheDesk(clerk({ staffAccess }));
      expect(url).toBe('/tweede-stap?terug=%2Fwest%2Fbalie%3Fx%3D1');
    },
  );

  it.each([
    ['a resident', []],
    ['staff with another task', [{ district: 'west', role: 'moderator' as const }]],
    ['a clerk of another district', [{ district: 'oost', role: 'clerk' as const }]],
  ])('does not exist for %s', async (_who, roles) => {
    expect(await atTheDesk(clerk({ roles }))).toEqual({
      url: '/west/balie?x=1',
      text: 'Deze pagina bestaat niet',
    });
  });

  it('lets the page say itself that the API does not answer', async () => {
    expect((await atTheDesk('failure')).text).toBe('De balie');
  });
});
