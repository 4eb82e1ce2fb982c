import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, within } from '@testing-library/dom';

/** A page on the screen, with what a person and the API can do to it. */
export async function showPage(
  page: Type<unknown>,
  { inputs = {}, before }: { inputs?: Record<string, unknown>; before?: () => void } = {},
) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  before?.();
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  const screen = within(fixture.nativeElement as HTMLElement);

  /** The page after what was done to it has come through; not `whenStable`, which also waits for reads left open. */
  const settle = async () => {
    // An answer becomes a promise, the promise a state, the state a page, the page a focus.
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };
  const asked = (method: string, url: string): TestRequest => {
    TestBed.tick();
    return http.expectOne({ method, url });
  };
  return {
    fixture,
    http,
    screen,
    settle,
    asked,
    /** The API's answer to a read or a write. */
    answer: async (method: string, url: string, body: object | null) => {
      const request = asked(method, url);
      request.flush(body);
      await settle();
      return request.request;
    },
    refuse: async (method: string, url: string, status: number, problem: object) => {
      asked(method, url).flush(problem, { status, statusText: 'Refused' });
      await settle();
    },
    press: async (name: string | RegExp) => {
      fireEvent.click(screen.getByRole('button', { name }));
      await settle();
    },
    type: (label: string | RegExp, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } }),
    /** The words that are read out after an act. */
    said: () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent?.trim())
        .join(' '),
  };
}
