import { PageScripts } from './page-scripts';

const HOME = ['chunk-core.js', 'chunk-home.js', 'main-AAAAAAAA.js', 'polyfills-AAAAAAAA.js'];
const scripts = new PageScripts(new Map([['bs-home-page', HOME]]));
const rendered = (page: string): string =>
  `<!DOCTYPE html><html lang="nl"><body><bs-root><router-outlet></router-outlet><bs-district-frame ngh="1">` +
  `<router-outlet></router-outlet><${page} ngh="2">Stem</${page}></bs-district-frame></bs-root>` +
  `<link rel="modulepreload" href="/chunk-core.js"><script src="/main-AAAAAAAA.js" type="module"></script></body></html>`;

describe('the scripts of a page', () => {
  it('are all named in it, each once, after what is needed to read', () => {
    const html = scripts.named(rendered('bs-home-page'), false);
    expect(html.match(/<link[^>]*>|<script[^>]*>/g)).toEqual([
      '<link rel="modulepreload" href="/chunk-core.js" fetchpriority="low">',
      '<link rel="modulepreload" href="/chunk-home.js" fetchpriority="low">',
      '<script src="/main-AAAAAAAA.js" type="module" fetchpriority="low">',
    ]);
    expect(html).not.toContain('data-start');
  });

  it('are only told where the page waits for its visitor, so that it fetches them when it has come', () => {
    const html = scripts.named(rendered('bs-home-page'), true);
    expect(html).toContain('<html data-start="first-sign" lang="nl">');
    expect(html).toContain('<link rel="later" href="/chunk-home.js" fetchpriority="low">');
  });

  it('leave a page as it is that the build does not know', () => {
    const html = scripts.named(rendered('bs-frame-of-its-own'), false);
    expect(html.match(/<link[^>]*>/g)).toEqual([
      '<link rel="modulepreload" href="/chunk-core.js" fetchpriority="low">',
    ]);
  });

  it('are not taken from what somebody wrote', () => {
    const written = rendered('bs-home-page').replace('Stem', '&lt;/router-outlet&gt;&lt;bs-other-page');
    expect(scripts.named(written, false)).toContain('/chunk-home.js');
    expect(scripts.named(written, false)).not.toContain('bs-other-page"');
  });
});
