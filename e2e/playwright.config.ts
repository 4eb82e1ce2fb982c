import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../tools/browser.ts';

const root = join(import.meta.dirname, '..');
// Every worker reads this file again: the search is done once, and handed down.
const executablePath = (process.env['CHROMIUM_PATH'] ??= (await findBrowser(root)).path);
const jsonReport = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'];

const CORPUS = '**/*-corpus.e2e.ts';
const SWEEP = '**/every-page.e2e.ts';
/** What is not about how a journey looks on one screen or another. */
const BY_THEMSELVES = [CORPUS, SWEEP];
const DESKTOP = { viewport: { width: 1280, height: 900 } };

/** The journeys: `npm test -- --only journeys`, or one alone: `npx playwright test -c e2e laura`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../tmp/journeys',
  forbidOnly: true,
  // A browser on a crowded machine stumbles. What passes only when tried again is named at the end of the run;
  // the specs on the database, where races are tested, are never tried again.
  retries: 1,
  // Every test has a server and a database of its own, so they do not get in each other's way.
  fullyParallel: true,
  workers: 2,
  // Most take half a minute; on a machine that shares its cores, one and a half.
  timeout: 150_000,
  expect: { timeout: 10_000 },
  reporter: jsonReport ? [['list'], ['json', { outputFile: jsonReport }]] : 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    launchOptions: { executablePath },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    screenshot: 'only-on-failure',
    // Recording every journey took a third of their time; the second try of a stumble is recorded.
    trace: 'on-first-retry',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: BY_THEMSELVES,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', testIgnore: BY_THEMSELVES, use: DESKTOP },
    // Chooses its own screens, themes and languages: two of the combinations, or all of them with `SWEEP=all`.
    { name: 'sweep', testMatch: SWEEP, use: DESKTOP },
    // It is about what runs, not about how it looks: once is enough. By itself, since it looks at many pages at once.
    { name: 'corpus', testMatch: CORPUS, use: DESKTOP, dependencies: ['phone', 'desktop'] },
  ],
});
