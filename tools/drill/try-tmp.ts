import { join } from 'node:path';
import { buildWhenStale } from '../build.ts';
import { Stage } from './stage.ts';
const root = join(import.meta.dirname, '../..');
await buildWhenStale(root, ['api', 'web'], 'keep', (s) => console.log('building', s));
const [, , file, name, size = 'short'] = process.argv;
const drill = ((await import(file!)) as any)[name!];
for (const part of [drill, drill.control]) {
  const t = performance.now();
  const stage = await Stage.open({ root, postgres: part.postgres, env: part.env });
  console.log('open', performance.now() - t);
  try { console.log(await part.run(stage, size)); } catch (e) { console.log(e, stage.api.printed.slice(-3000)); } finally { await stage.close(); }
  console.log('took', performance.now() - t);
}
