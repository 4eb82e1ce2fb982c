import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideClientHydration, withEventReplay, withI18nSupport } from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { LANGUAGE_PATH, PageTitle } from '@buurtstem/ui';
import { routes } from './app.routes';
import { pageDidNotCome } from './lost-page';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // The page has no <base> element: the content security policy forbids it.
    { provide: APP_BASE_HREF, useValue: `${LANGUAGE_PATH}/` },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(pageDidNotCome),
    ),
    provideHttpClient(),
    // English texts are i18n blocks too: without this feature a page with one is drawn again instead of taken over.
    provideClientHydration(withEventReplay(), withI18nSupport()),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
