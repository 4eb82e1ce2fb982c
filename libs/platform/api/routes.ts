import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from './access-rule';

export interface Route {
  readonly method: string;
  readonly path: string;
  /** `Controller#handler`, to find it by. */
  readonly handler: string;
  /** Undefined where the route states neither who may nor that all may. */
  readonly access: Access | undefined;
}

/** Every route of every controller, with who may use it. */
export function routesOf(app: INestApplication): Route[] {
  const scanner = new MetadataScanner();
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) =>
    [...module.controllers.values()].map((wrapper) => wrapper.metatype),
  );
  return controllers.flatMap((controller) => {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (!handler || method === undefined) return [];
      const parts = [controller, handler].map((target) =>
        firstOf(Reflect.getMetadata(PATH_METADATA, target)),
      );
      return [
        {
          method: RequestMethod[method] ?? String(method),
          path: `/${parts
            .flatMap((part) => part.split('/'))
            .filter(Boolean)
            .join('/')}`,
          handler: `${controller.name}#${name}`,
          access: Reflect.getMetadata(ACCESS, handler) as Access | undefined,
        },
      ];
    });
  });
}

/** Stops the start when a route does not state who may use it. */
export function refuseUnstatedRoutes(app: INestApplication): void {
  const unstated = routesOf(app).filter((route) => !route.access);
  if (unstated.length === 0) return;
  const list = unstated.map((route) => `${route.method} ${route.path} (${route.handler})`).join(', ');
  throw new Error(`Who may use these routes? State @Public() or @Requires(…): ${list}`);
}

function firstOf(path: unknown): string {
  const first: unknown = Array.isArray(path) ? path[0] : path;
  return typeof first === 'string' ? first : '';
}
