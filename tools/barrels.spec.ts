import { join } from 'node:path';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the bundler loads its plugins as CommonJS, so that is what it is
const { namesOf, takenBy, narrowed } = require('./barrels.cjs') as {
  namesOf(index: string, text: string): Map<string, { file: string; declared: string }> | null;
  takenBy(importer: string, text: string, module: string): Set<string> | null;
  narrowed(names: Map<string, { file: string; declared: string }>, taken: Set<string>): string;
};

const INDEX = join(__dirname, 'index.ts');
const names = () =>
  namesOf(
    INDEX,
    `export { tally, type Tally } from './tally';
     export type { Step } from './steps';
     export { run as go } from './run';`,
  );

describe('an index, as the bundler of the site sees it', () => {
  it('says where each of its values is declared, and leaves out types', () => {
    expect(names()).toEqual(
      new Map([
        ['tally', { file: join(__dirname, 'tally.ts'), declared: 'tally' }],
        ['go', { file: join(__dirname, 'run.ts'), declared: 'run' }],
      ]),
    );
  });

  it('is narrowed to the names that a file takes', () => {
    const taken = takenBy('page.ts', "import { go as run, type Tally } from '@x/tools';", '@x/tools');
    expect(narrowed(names()!, taken!)).toBe(
      `export { run as go } from ${JSON.stringify(join(__dirname, 'run.ts'))};`,
    );
  });

  it('counts every statement of a file, and what it passes on', () => {
    const text =
      "import { a, type E } from '@x/y';\nexport { b as c } from '@x/y';\nimport { d } from '@x/z';\nimport type { F } from '@x/y';";
    expect(takenBy('page.ts', text, '@x/y')).toEqual(new Set(['a', 'b']));
  });

  it.each([
    "import * as all from '@x/y';",
    "import '@x/y';",
    "export * from '@x/y';",
    "import one from '@x/y';",
  ])('is left whole for a file that says: %s', (text) => expect(takenBy('page.ts', text, '@x/y')).toBeNull());

  it.each(["export * from './tally';", 'export const a = 1;', "import './run';"])(
    'is left whole when it says more than names: %s',
    (text) => expect(namesOf(INDEX, text)).toBeNull(),
  );
});
