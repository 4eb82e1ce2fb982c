import { createHash } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type INestApplication,
  type NestInterceptor,
} from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { isVisitor } from './sharing';

const SHARED = 'shared';
/** A proxy answers for so long without asking; a browser asks each time, which costs a 304 when nothing changed. */
const CACHING = 'public, max-age=0, s-maxage=5';

/** What this route answers to a visitor is the same for all of them, and caches may keep it. */
export const Shared = (): MethodDecorator => applyDecorators(SetMetadata(SHARED, true));

/**
 * An API answers `no-store`, unless the route is `@Shared()` and nobody in particular asks: then it is public data. A
 * refusal is `no-store` again (see `ProblemFilter`).
 */
@Injectable()
export class SharedAnswers implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(SHARED, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    response.vary('Cookie');
    if (!isVisitor(http.getRequest<Request>())) return next.handle();
    return next.handle().pipe(tap(() => response.setHeader('Cache-Control', CACHING)));
  }
}

const CURLY_BRACKET = 0x7b;
/** When an answer was made; in a text that somebody wrote the quotes would be escaped. */
const MADE_AT = /"asOf":"[\dT:.Z-]+"/g;

/**
 * Marks an answer by what it says. Weak: that numbers still stood a few seconds later makes it no other answer, and
 * whoever asks again and again gets 304 until a vote comes in.
 */
export function contentTag(body: Buffer): string {
  const content = body[0] === CURLY_BRACKET ? body.toString('latin1').replace(MADE_AT, '') : body;
  return `W/"${createHash('sha256').update(content).digest('base64url')}"`;
}

/** The routes whose answers to visitors caches may keep, as `Controller#handler`. */
export function sharedRoutesOf(app: INestApplication): string[] {
  const controllers = [...app.get(ModulesContainer, { strict: false }).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype),
  );
  return controllers.flatMap((controller) => {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, object>;
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.getMetadata(SHARED, prototype[name] ?? {}) === true)
      .map((name) => `${controller.name}#${name}`);
  });
}
