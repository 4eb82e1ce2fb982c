import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { programOf, run, runNode } from './run.ts';

/** A browser that starts on this machine, and how we came by it. */
export interface Browser {
  readonly path: string;
  readonly how: string;
}

interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a program stands at a path and may be run. */
  isProgram(path: string): boolean;
}

const DOWNLOAD_LIMIT_MS = 240_000;
const APT_LIMIT_MS = 300_000;
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

/** Where Chrome and Chromium are installed, by system, best first. */
export function usualPlaces({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  switch (platform) {
    case 'darwin':
      return ['', env['HOME'] ?? ''].flatMap((home) => [
        `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      ]);
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .flatMap((name) => env[name] ?? [])
        .flatMap((home) => [
          `${home}\\Google\\Chrome\\Application\\chrome.exe`,
          `${home}\\Chromium\\Application\\chrome.exe`,
        ]);
    default: {
      const folders = [
        ...(env['PATH'] ?? '').split(delimiter),
        '/usr/bin',
        '/usr/local/bin',
        '/snap/bin',
        '/opt/google/chrome',
      ];
      return [
        ...new Set(NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))),
      ];
    }
  }
}

/** The installed browsers, best first. */
export function installedBrowsers(machine: Machine): string[] {
  return usualPlaces(machine).filter((path) => machine.isProgram(path));
}

/**
 * A Chrome or Chromium for the journeys: CHROMIUM_PATH, else an installed one, else Playwright's download, else, as
 * root on Debian, the package `chromium`. Each is started once, since a browser that lacks its libraries is none.
 */
export async function findBrowser(root: string, env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    const problem = whyNot(named);
    if (problem) throw new Error(`CHROMIUM_PATH is ${named}, and that does not start: ${problem}`);
    return { path: named, how: 'named by CHROMIUM_PATH' };
  }
  const tried: string[] = [];
  const installed = (how: string): Browser | undefined => {
    for (const path of installedBrowsers({ platform: process.platform, env, isProgram })) {
      const problem = whyNot(path);
      if (!problem) return { path, how };
      tried.push(`${path}: ${problem}`);
    }
    return undefined;
  };
  const found = installed('installed on this machine');
  if (found) return found;

  const own = playwrightChromium(root);
  if (existsSync(own) && !whyNot(own)) return { path: own, how: "Playwright's, downloaded before" };
  const download = await runNode(
    [programOf(root, '@playwright/test', 'playwright'), 'install', 'chromium', '--no-shell'],
    {
      root,
      output: 'keep',
      limitMs: DOWNLOAD_LIMIT_MS,
      env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    },
  );
  const problem = download.code === 0 ? whyNot(own) : lastWords(download.output);
  if (!problem) return { path: own, how: "Playwright's, downloaded now" };
  tried.push(`Playwright's download: ${problem}`);

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const apt = await run('apt-get', args, {
        root,
        output: 'keep',
        limitMs: APT_LIMIT_MS,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (apt.code !== 0) tried.push(`apt-get ${args.join(' ')}: ${lastWords(apt.output)}`);
    }
    const fromApt = installed('the Debian package chromium, installed now');
    if (fromApt) return fromApt;
  } else {
    tried.push('apt-get: only as root on Debian');
  }
  throw new Error(
    `No browser for the journeys. Install Chrome or Chromium, or set CHROMIUM_PATH.\n${tried.join('\n')}`,
  );
}

function playwrightChromium(root: string): string {
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test') as {
    chromium: { executablePath(): string };
  };
  return chromium.executablePath();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there or not ours to run: the next place
  }
}

/** Why a browser does not start, or undefined when it does. */
function whyNot(path: string): string | undefined {
  // Chrome on Windows opens a window on --version; there its being there must do.
  if (process.platform === 'win32') return isProgram(path) ? undefined : 'not a program';
  const version = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (version.status === 0) return undefined;
  return version.error?.message ?? lastWords(version.stderr);
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ').slice(0, 300);
}
