import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { firstDifference } from './difference.ts';
import { isBuilt, mainOf, noteBuilt, stampOf } from './stamp.ts';

describe('the stamp of a build', () => {
  let root: string;
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'buurtstem-stamp-'));
    write('package.json', '{}');
    write('apps/api/src/main.ts', 'main');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.each([
    ['apps/api/src/main.ts', 'changed'],
    ['libs/voting/domain/count.ts', 'new'],
    ['libs/ui/theme/tokens.css', 'new'],
    ['apps/web/src/app/page.html', 'new'],
    ['package.json', '{"a":1}'],
    ['tsconfig.base.json', '{}'],
  ])('changes with %s', (file, text) => {
    const before = stampOf(root);
    write(file, text);
    expect(stampOf(root)).not.toBe(before);
  });

  it.each([
    'libs/voting/domain/count.spec.ts',
    'libs/voting/api/cast.db-spec.ts',
    'libs/voting/api/jest.config.cjs',
    'README.md',
    'tools/start.ts',
  ])('stays with %s', (file) => {
    const before = stampOf(root);
    write(file, 'new');
    expect(stampOf(root)).toBe(before);
  });

  it('tells a built program from a stale one and a lost one', () => {
    const stamp = stampOf(root);
    expect(isBuilt(root, 'api', stamp)).toBe(false);
    write(mainOf('api'), 'built');
    noteBuilt(root, 'api', stamp);
    expect(isBuilt(root, 'api', stamp)).toBe(true);
    expect(isBuilt(root, 'api', 'another')).toBe(false);
    rmSync(join(root, mainOf('api')));
    expect(isBuilt(root, 'api', stamp)).toBe(false);
  });
});

describe('firstDifference', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', undefined],
    ['', 'a', 'it is missing'],
    ['a\nb\nc', 'a\nx\nc', 'line 2: "b" should be "x"'],
    ['a\nb', 'a', 'line 2: "b" should be ""'],
    ['a', 'a\nb', 'line 2: "" should be "b"'],
  ])('%j against %j: %s', (committed, fresh, words) => {
    expect(firstDifference(committed, fresh)).toBe(words);
  });
});
