import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { within } from '@testing-library/dom';
import type { Account } from '@buurtstem/contract';
import { StaffNotice } from './staff-notice';
import { anAccount } from './testing';

async function staffNotice(staffAccess: Account['staffAccess'], address: string) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(StaffNotice);
  fixture.componentRef.setInput('address', address);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/v1/session')
    .flush({ account: anAccount({ staffAccess }) });
  await fixture.whenStable();
  return within(fixture.nativeElement as HTMLElement);
}

describe('the notice for staff', () => {
  it.each([
    ['enrol', /Stel eerst een tweede stap in/],
    ['confirm', /Bevestig eerst met uw tweede stap/],
  ] as const)('leads staff whose access is "%s" to the second step and back', async (access, words) => {
    const screen = await staffNotice(access, '/west/plannen');
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/tweede-stap?terug=%2Fwest%2Fplannen');
  });

  it.each([
    ['none', '/west'],
    ['open', '/west'],
    ['confirm', '/tweede-stap?terug=%2Fwest'],
  ] as const)('says nothing with access "%s" at %s', async (access, address) => {
    expect((await staffNotice(access, address)).queryByRole('link')).toBeNull();
  });
});
