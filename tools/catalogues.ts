// npm run catalogues: writes every text of the site into apps/web/i18n: nl.json as it stands in the code, and en.json with
// what is no longer shown taken out. What has no English yet is named, and written to tmp/untranslated.json.
// With --check it writes nothing, and fails when what is committed differs or is not whole.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults, inOrder, translated, type Catalogue, type Texts } from './catalogue.ts';
import { firstDifference } from './difference.ts';
import { programOf, runNode } from './run.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'apps/web/i18n');
const extracted = join(root, 'tmp/extracted.json');
const untranslated = join(root, 'tmp/untranslated.json');

/** The texts that the code shows now, as the compiler finds them. */
async function dutchTexts(): Promise<Texts> {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  rmSync(extracted, { force: true });
  const run = await runNode([programOf(root, 'nx'), 'run', 'web:extract-i18n', '--skip-nx-cache'], {
    root,
    output: 'keep',
    limitMs: 300_000,
  });
  if (run.code !== 0 || !existsSync(extracted))
    throw new Error(`The texts could not be taken out of the code.\n${run.output}`);
  return read(extracted);
}

function read(file: string): Texts {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Catalogue).translations : {};
}

function written(locale: string, texts: Texts): string {
  return `${JSON.stringify({ locale, translations: texts }, null, 2)}\n`;
}

const isCheck = process.argv.includes('--check');
try {
  const dutch = await dutchTexts();
  const inDutch = Object.fromEntries(inOrder(dutch).map((id) => [id, dutch[id] ?? '']));
  const inEnglish = translated(dutch, read(join(folder, 'en.json')));
  const problems = faults(dutch, isCheck ? read(join(folder, 'en.json')) : inEnglish);
  for (const [locale, texts] of Object.entries({ nl: inDutch, en: inEnglish })) {
    const file = join(folder, `${locale}.json`);
    const wanted = written(locale, texts);
    if (!isCheck) writeFileSync(file, wanted);
    else {
      const difference = firstDifference(existsSync(file) ? readFileSync(file, 'utf8') : '', wanted);
      if (difference)
        problems.push(`apps/web/i18n/${locale}.json is not what the code shows (${difference})`);
    }
  }
  if (!isCheck) {
    const missing = Object.fromEntries(Object.entries(inDutch).filter(([id]) => !(id in inEnglish)));
    writeFileSync(untranslated, `${JSON.stringify(missing, null, 2)}\n`);
  }
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    console.error('Run "npm run catalogues", add what is missing to apps/web/i18n/en.json, and commit both.');
    process.exitCode = 1;
  } else {
    console.log(`${Object.keys(dutch).length} texts, each in Dutch and in English.`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
