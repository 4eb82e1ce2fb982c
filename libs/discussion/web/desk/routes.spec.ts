import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Role } from '@buurtstem/shared-domain';
import { waitFor } from '@testing-library/dom';
import { moderationRoutes } from './routes';

@Component({ selector: 'bs-missing', template: 'Deze pagina bestaat niet' })
class Missing {}

const PAGES = [
  '/west/moderatie',
  '/west/moderatie/zaken/12',
  '/west/moderatie/bezwaren',
  '/west/moderatie/besloten',
  '/west/moderatie/instellingen',
] as const;

/** Whether somebody with this role in West finds a page at the address. */
async function finds(address: string, role: Role): Promise<boolean> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        {
          path: ':district',
          children: [
            // The pages themselves have their own specs.
            ...moderationRoutes.map(({ path, pathMatch, canMatch }) => ({
              ...(path === undefined ? {} : { path }),
              ...(pathMatch === undefined ? {} : { pathMatch }),
              ...(canMatch === undefined ? {} : { canMatch }),
              children: [],
            })),
            { path: '**', component: Missing },
          ],
        },
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  let arrived = false;
  const arriving = harness.navigateByUrl(address).then(() => (arrived = true));
  await waitFor(() => {
    for (const asked of http.match('/api/v1/session'))
      asked.flush({ account: anAccount({ staffAccess: 'open', roles: [{ district: 'west', role }] }) });
    expect(arrived).toBe(true);
  });
  await arriving;
  expect(TestBed.inject(Router).url).toBe(address);
  return harness.routeNativeElement?.textContent !== 'Deze pagina bestaat niet';
}

describe('the pages of the moderators', () => {
  it('are all named here', () => {
    expect(moderationRoutes).toHaveLength(PAGES.length);
  });

  it.each(PAGES)('exist for a moderator, and for no other staff: %s', async (address) => {
    expect(await finds(address, 'moderator')).toBe(true);
    TestBed.resetTestingModule();
    expect(await finds(address, 'administrator')).toBe(false);
  });

  it('know no case that is no number', async () => {
    expect(await finds('/west/moderatie/zaken/abc', 'moderator')).toBe(false);
  });
});
