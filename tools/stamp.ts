import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build depends on. Tests are left out: changing one changes no program. */
const SOURCES = [
  '{apps,libs}/**/*.{ts,html,css,json,cjs,mjs,svg,ico,woff2,txt,csv,png,webp,jpg,sql}',
  'package-lock.json',
  'package.json',
  'nx.json',
  'tsconfig*.json',
  'webpack.node.cjs',
  'tools/{barrels.cjs,compress.ts,finish-site.ts,page-scripts.ts}',
];
const NOT_SOURCES = /(^|[\\/])(node_modules|dist)[\\/]|[.-]spec\.ts$|jest\.[\w.-]*cjs$/;

/** One line that changes when a source of the programs changes. */
export function stampOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    if (NOT_SOURCES.test(file)) continue;
    hash
      .update('\0')
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Whether these programs were built from exactly these sources, and are still there. */
export function isBuilt(root: string, program: string, stamp: string): boolean {
  const file = stampFile(root, program);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp && existsSync(join(root, mainOf(program)));
}

/** Remembers what a program was built from. */
export function noteBuilt(root: string, program: string, stamp: string): void {
  const file = stampFile(root, program);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

/** The built program, from the workspace root. */
export function mainOf(program: string): string {
  return program === 'web' ? 'dist/apps/web/server/server.mjs' : `dist/apps/${program}/main.js`;
}

function stampFile(root: string, program: string): string {
  return join(root, 'dist', `.${program}.stamp`);
}
