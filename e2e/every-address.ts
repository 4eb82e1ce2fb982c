import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './site.ts';

/** Who looks; everybody signs in once. */
export type Viewer = 'visitor' | 'resident' | 'staff';

/** What a page is shown with: examples that only the database knows. */
export interface Examples {
  readonly plan: number;
  readonly own: number;
  readonly round: number;
  readonly meeting: string;
  readonly case: number;
  readonly batch: number;
}

type PageAt = readonly [route: string, viewer: Viewer, address: (examples: Examples) => string];

const STEPS = ['', '/kort', '/tekst', '/soort', '/plek', '/fotos', '/controle'];
const submitStep = (step: string): PageAt => ['/*/**', 'resident', () => `/west/indienen${step}`];

/**
 * Every page of the site, by the route that the build knows it under (its manifest, where a parameter is a star), with who
 * sees most of it and where. A route may stand here more than once.
 */
export const EVERY_PAGE: readonly PageAt[] = [
  ['/', 'visitor', () => '/'],
  ['/geen-verbinding', 'visitor', () => '/geen-verbinding'],
  ['/inloggen', 'visitor', () => '/inloggen?terug=%2Fwest'],
  ['/afmelden/*', 'visitor', () => '/afmelden/abc'],
  ['/tweede-stap', 'staff', () => '/tweede-stap'],
  ['/over', 'visitor', () => '/over'],
  ['/over/*', 'visitor', () => '/over/privacy'],
  ['/*', 'visitor', () => '/west'],
  ['/*/plannen', 'visitor', () => '/west/plannen'],
  ['/*/plannen', 'visitor', () => '/west/plannen?weergave=kaart'],
  ['/*/plannen/*', 'visitor', ({ plan }) => `/west/plannen/${plan}`],
  ['/*/plannen/*', 'resident', ({ own }) => `/west/plannen/${own}`],
  ['/*/plannen/*', 'staff', ({ plan }) => `/west/plannen/${plan}`],
  ['/p/*', 'visitor', () => '/p/onzin-1'],
  // Where the manifest writes what no route has; and the questions of a new plan, which a function matches.
  ['/**', 'visitor', () => '/west/indienen'],
  ['/*/**', 'visitor', () => '/west/indienen'],
  ...STEPS.map(submitStep),
  ['/*/uitslagen', 'visitor', () => '/west/uitslagen'],
  ['/*/uitslagen/*', 'visitor', ({ round }) => `/west/uitslagen/${round}`],
  ['/*/agenda', 'visitor', () => '/west/agenda'],
  ['/*/agenda/*', 'visitor', ({ meeting }) => `/west/agenda/${meeting}`],
  ['/*/opvolging', 'visitor', () => '/west/opvolging'],
  ['/*/besluiten', 'visitor', () => '/west/besluiten'],
  ['/*/spelregels', 'visitor', () => '/west/spelregels'],
  ['/*/over', 'visitor', () => '/west/over'],
  ['/*/over/*', 'visitor', () => '/west/over/privacy'],
  ['/*/over/*', 'visitor', () => '/west/over/toegankelijkheid'],
  ['/*/mijn', 'visitor', () => '/west/mijn'],
  ['/*/mijn', 'resident', () => '/west/mijn'],
  ['/*/mijn/wissen', 'resident', () => '/west/mijn/wissen'],
  ['/*/bevestigen', 'resident', () => '/west/bevestigen'],
  ['/*/voorbereiden/*', 'resident', ({ own }) => `/west/voorbereiden/${own}`],
  ['/*/beheer', 'staff', () => '/west/beheer'],
  ['/*/beheer/medewerkers', 'staff', () => '/west/beheer/medewerkers'],
  ['/*/beheer/adressen', 'staff', () => '/west/beheer/adressen'],
  ['/*/beheer/brieven', 'staff', () => '/west/beheer/brieven'],
  ['/*/beheer/logboek', 'staff', () => '/west/beheer/logboek'],
  ['/*/griffie', 'staff', () => '/west/griffie'],
  ['/*/griffie/stemmen', 'staff', () => '/west/griffie/stemmen'],
  ['/*/griffie/stemmen/*', 'staff', ({ batch }) => `/west/griffie/stemmen/${batch}`],
  ['/*/griffie/papier', 'staff', () => '/west/griffie/papier'],
  ['/*/griffie/vergaderingen', 'staff', () => '/west/griffie/vergaderingen'],
  ['/*/griffie/vergaderingen/*', 'staff', ({ meeting }) => `/west/griffie/vergaderingen/${meeting}`],
  ['/*/griffie/besluiten', 'staff', () => '/west/griffie/besluiten'],
  ['/*/ambtenaar', 'staff', () => '/west/ambtenaar'],
  ['/*/commissie', 'staff', () => '/west/commissie'],
  ['/*/commissie/*', 'staff', ({ meeting }) => `/west/commissie/${meeting}`],
  ['/*/moderatie', 'staff', () => '/west/moderatie'],
  ['/*/moderatie/zaken/*', 'staff', (examples) => `/west/moderatie/zaken/${examples.case}`],
  ['/*/moderatie/bezwaren', 'staff', () => '/west/moderatie/bezwaren'],
  ['/*/moderatie/besloten', 'staff', () => '/west/moderatie/besloten'],
  ['/*/moderatie/instellingen', 'staff', () => '/west/moderatie/instellingen'],
  ['/*/redactie', 'staff', () => '/west/redactie'],
  ['/*/redactie/nieuw', 'staff', () => '/west/redactie/nieuw'],
  ['/*/redactie/pagina/*', 'staff', () => '/west/redactie/pagina/privacy'],
  ['/*/**', 'visitor', () => '/west/wat-niet-bestaat'],
];

/** Pages that say that there is nothing here; the browser writes that on its console too. */
export const EMPTY_HANDED = ['/p/onzin-1', '/west/wat-niet-bestaat'];

/** The routes that the built site has, lazy ones among them. */
export function builtRoutes(): string[] {
  const manifest = readFileSync(join(root, 'dist/apps/web/server/angular-app-manifest.mjs'), 'utf8');
  return [...manifest.matchAll(/"route": "([^"]*)"/g)].map(([, route = '']) => route);
}
