import { parentPort, workerData } from 'node:worker_threads';
import { AngularNodeAppEngine } from '@angular/ssr/node';
import { drawPages } from './drawing';
import { withoutPauses, type Timers } from './no-pauses';

/** How the API starts this as the thread that draws pages (`libs/platform/api/site/drawing-thread.ts`); the build reads it as well. */
const { drawsFor = null } = (workerData ?? {}) as { readonly drawsFor?: readonly string[] };

if (parentPort && drawsFor) {
  withoutPauses(globalThis as unknown as Timers);
  const engine = new AngularNodeAppEngine({ allowedHosts: drawsFor });
  drawPages(parentPort, ({ url, host }, context) =>
    engine.handle(new Request(url, { headers: { host } }), context),
  );
}
