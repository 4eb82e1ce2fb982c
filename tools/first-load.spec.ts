import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLoads } from './first-load';

describe('what a first visit fetches', () => {
  let folder: string;
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    write('polyfills-AAAAAAAA.js', 'x');
    write('main-AAAAAAAA.js', 'import{a}from"./chunk-core.js";const go=()=>import("./chunk-home.js");');
    write('chunk-core.js', 'import"./chunk-deep.js";export{a}');
    write('chunk-deep.js', '12345');
    write('chunk-home.js', 'import{f}from"./chunk-form.js";({selectors:[["bs-home-page"]]})');
    write('chunk-form.js', '1234567890');
    write('chunk-desk.js', '({selectors:[["bs-desk-page"]]})');
  });

  it('is the entry, the page, and all that these import', () => {
    const [home] = firstLoads(folder, { home: 'bs-home-page' });
    expect(home?.scripts).toEqual([
      'chunk-core.js',
      'chunk-deep.js',
      'chunk-form.js',
      'chunk-home.js',
      'main-AAAAAAAA.js',
      'polyfills-AAAAAAAA.js',
    ]);
  });

  it('counts what is sent: the compressed copy where there is one', () => {
    const bytes = (): number => firstLoads(folder, { home: 'bs-home-page' })[0]!.bytes;
    const before = bytes();
    write('chunk-form.js.br', '123');
    expect(bytes()).toBe(before - 7);
  });

  it('does not pass when the page is not there', () => {
    expect(() => firstLoads(folder, { gone: 'bs-gone-page' })).toThrow('bs-gone-page');
  });
});
