import { Location } from '@angular/common';
import { provideLocationMocks } from '@angular/common/testing';
import { provideHttpClient } from '@angular/common/http';
import { Component, PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { lostPageRoutes, pageDidNotCome } from './lost-page';

@Component({ template: '<h1>Gelezen</h1>' })
class ReadPage {}

const lost = (): Promise<never> =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

async function site(platform = 'browser') {
  TestBed.configureTestingModule({
    providers: [
      { provide: PLATFORM_ID, useValue: platform },
      provideHttpClient(),
      provideLocationMocks(),
      provideRouter(
        [...lostPageRoutes, { path: 'gelezen', component: ReadPage }, { path: 'weg', loadComponent: lost }],
        withNavigationErrorHandler(pageDidNotCome),
      ),
    ],
  });
  TestBed.inject(Router).initialNavigation();
  const harness = await RouterTestingHarness.create('/gelezen');
  const heading = () => harness.routeNativeElement?.querySelector('h1')?.textContent;
  return { harness, heading, location: TestBed.inject(Location), router: TestBed.inject(Router) };
}

describe('a page whose program does not come', () => {
  it('keeps its address, says so, and leaves the page before one step back', async () => {
    const { harness, heading, location } = await site();
    await harness.navigateByUrl('/weg?a=b');
    expect(heading()).toMatch(/Geen verbinding|Deze pagina kwam niet aan/);
    expect(location.path()).toBe('/weg?a=b');
    location.back();
    // Going back is an event, and the page that follows a few turns later.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect([location.path(), heading()]).toEqual(['/gelezen', 'Gelezen']);
  });

  it('is a failure on the server', async () => {
    const { router } = await site('server');
    await expect(router.navigateByUrl('/weg')).rejects.toThrow('Failed to fetch');
  });
});
