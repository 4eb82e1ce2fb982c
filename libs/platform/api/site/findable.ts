import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { addressIn, languageOf } from './language';

/** Pages for one person or for the staff: nothing of theirs is to be found by who searches the web. */
const NOT_FOR_SEARCH = [
  '/api/',
  '/dev/',
  '/health/',
  '/formulier/',
  '/inloggen',
  '/tweede-stap',
  '/afmelden/',
  '/en/formulier/',
  '/en/inloggen',
  '/en/tweede-stap',
  '/en/afmelden/',
  '/*/mijn',
  '/*/bevestigen',
  '/*/voorbereiden/',
  '/*/beheer',
  '/*/griffie',
  '/*/commissie',
  '/*/ambtenaar',
  '/*/moderatie',
  '/*/redactie',
  // The link that changes the language, and the order of a list at random: the same page under many addresses.
  '/*?*taal=',
  '/*?*sort=random',
];

/** What search engines are asked to leave alone. */
export function robots(): RequestHandler {
  const text = ['User-agent: *', ...NOT_FOR_SEARCH.map((path) => `Disallow: ${path}`), ''].join('\n');
  return (request, response, next) => {
    if (request.path !== '/robots.txt' || !['GET', 'HEAD'].includes(request.method)) return next();
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.type('text/plain').send(text);
  };
}

/** Under which one address a page is to be found, however it was asked for, and where it is in the other language. */
export function addressLinks(publicUrl: string, path: string): string {
  const link = (rel: string, address: string): string =>
    `<link ${rel} href="${escaped(publicUrl + address)}">`;
  const [dutch, english] = [addressIn('nl', path), addressIn('en', path)];
  return [
    link('rel="canonical"', languageOf(path) === 'en' ? english : dutch),
    link('rel="alternate" hreflang="nl"', dutch),
    link('rel="alternate" hreflang="en"', english),
    link('rel="alternate" hreflang="x-default"', dutch),
  ].join('');
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const TEXT_FONT = /^source-sans-3-latin-wght-normal-\w+\.woff2$/;

/** The font of every text, asked for with the page: a browser finds it in the style sheet only after that came. */
export function fontLink(browserDir: string): string {
  const font = readdirSync(join(browserDir, 'media')).find((file) => TEXT_FONT.test(file));
  return font ? `<link rel="preload" href="/media/${font}" as="font" type="font/woff2" crossorigin>` : '';
}

const CANONICAL = /<link rel="canonical"[^>]*>/;

/** The page with these elements at the end of its head; a page that says itself under which address it is found knows better. */
export function withLinks(html: string, links: string): string {
  const [head] = html.split('</head>', 1);
  const added = CANONICAL.test(head ?? '') ? links.replace(CANONICAL, '') : links;
  return html.replace('</head>', () => `${added}</head>`);
}
