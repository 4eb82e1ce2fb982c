// npm run contract: writes the OpenAPI document of the built API and the types made from it into libs/contract.
// With --check it writes nothing, and fails when what is committed differs.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { buildWhenStale } from './build.ts';
import { firstDifference } from './difference.ts';
import { runNode } from './run.ts';
import { mainOf } from './stamp.ts';

const root = join(import.meta.dirname, '..');
const work = join(root, 'tmp/contract');
const target = join(root, 'libs/contract');

/** Writes both files afresh into `work`. */
async function generate(): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await buildWhenStale(root, ['api'], 'keep');
  const document = join(work, 'openapi.json');
  const env = {
    BUURTSTEM_MODE: 'test',
    // The document comes from the code alone; an address that nobody serves proves it.
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  };
  const api = await runNode([join(root, mainOf('api')), '--openapi', document], {
    root,
    env,
    output: 'keep',
    limitMs: 60_000,
  });
  if (api.code !== 0 || !existsSync(document))
    throw new Error(`The API did not write its document.\n${api.output}`);
  await createClient({
    input: document,
    output: { path: join(work, 'types'), clean: true },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  });
}

const isCheck = process.argv.includes('--check');
const files = [
  { fresh: join(work, 'openapi.json'), committed: join(target, 'openapi.json') },
  { fresh: join(work, 'types/types.gen.ts'), committed: join(target, 'types.gen.ts') },
];
try {
  await generate();
  let differences = 0;
  for (const { fresh, committed } of files) {
    const wanted = readFileSync(fresh, 'utf8');
    if (!isCheck) {
      writeFileSync(committed, wanted);
      continue;
    }
    const difference = firstDifference(existsSync(committed) ? readFileSync(committed, 'utf8') : '', wanted);
    if (difference) {
      differences++;
      console.error(`${committed.slice(root.length + 1)} is not what the API says (${difference})`);
    }
  }
  if (differences > 0) {
    console.error(
      'Run "npm run contract", look at what changed, and commit it together with the change of the API.',
    );
    process.exitCode = 1;
  } else {
    console.log(isCheck ? 'The committed contract is what the API says.' : 'Wrote libs/contract.');
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
