import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptsOfPages, writeScriptsOfPages } from './page-scripts';

describe('which scripts a page needs', () => {
  let dist: string;
  let folder: string;
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'page-scripts-'));
    folder = join(dist, 'browser');
    mkdirSync(folder);
    write('polyfills-AAAAAAAA.js', 'x');
    write('main-AAAAAAAA.js', 'await sign();const{start}=await import(`./chunk-start.js`);');
    write('chunk-start.js', 'import{a}from"./chunk-core.js";const go=()=>import("./chunk-home.js");');
    write('chunk-core.js', 'export{a}');
    write('chunk-home.js', 'import{f}from"./chunk-form.js";({selectors:[["bs-home-page"]]})');
    write('chunk-form.js', 'import"./chunk-home.js";import("./chunk-map.js")');
    write('chunk-map.js', '({selectors:[["bs-map"]]})');
  });

  it('is the entry, the program that it starts, the page, and all that these import', () => {
    expect(scriptsOfPages(folder)).toEqual({
      'bs-home-page': [
        'chunk-core.js',
        'chunk-form.js',
        'chunk-home.js',
        'chunk-start.js',
        'main-AAAAAAAA.js',
        'polyfills-AAAAAAAA.js',
      ],
    });
  });

  it('is written beside the site, for the API', () => {
    writeScriptsOfPages(dist);
    const written = JSON.parse(readFileSync(join(dist, 'page-scripts.json'), 'utf8')) as unknown;
    expect(written).toEqual(scriptsOfPages(folder));
  });
});
