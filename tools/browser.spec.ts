import { join } from 'node:path';
import { findBrowser, installedBrowsers, usualPlaces } from './browser.ts';

const root = join(__dirname, '..');

describe('installedBrowsers', () => {
  it('takes Google Chrome before Chromium, and looks in PATH first', () => {
    const there = ['/usr/bin/chromium', '/opt/tools/chromium', '/usr/bin/google-chrome'];
    const machine = {
      platform: 'linux',
      env: { PATH: '/opt/tools:/bin' },
      isProgram: (path: string) => there.includes(path),
    };
    expect(installedBrowsers(machine)).toEqual([
      '/usr/bin/google-chrome',
      '/opt/tools/chromium',
      '/usr/bin/chromium',
    ]);
  });

  it('finds none where there is none', () => {
    expect(installedBrowsers({ platform: 'linux', env: {}, isProgram: () => false })).toEqual([]);
  });
});

describe('usualPlaces', () => {
  it('knows the places on macOS and Windows', () => {
    expect(usualPlaces({ platform: 'darwin', env: { HOME: '/Users/l' } })).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/l/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/l/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]);
    expect(usualPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\P' } })).toEqual([
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Chromium\\Application\\chrome.exe',
    ]);
  });
});

describe('findBrowser', () => {
  it('takes CHROMIUM_PATH at its word when that starts', async () => {
    expect(await findBrowser(root, { CHROMIUM_PATH: process.execPath })).toEqual({
      path: process.execPath,
      how: 'named by CHROMIUM_PATH',
    });
  });

  it('says so when CHROMIUM_PATH does not start, and takes no other', async () => {
    await expect(findBrowser(root, { CHROMIUM_PATH: '/nowhere/chrome' })).rejects.toThrow(
      /^CHROMIUM_PATH is \/nowhere\/chrome, and that does not start: .*ENOENT/,
    );
  });
});
