import { AngularNodeAppEngine } from '@angular/ssr/node';

/** The API's process makes the engine and hands each request its own context (`request-context.ts`). */
export function createEngine(allowedHosts: readonly string[]): AngularNodeAppEngine {
  return new AngularNodeAppEngine({ allowedHosts });
}
