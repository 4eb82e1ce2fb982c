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
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, map, tap, type Observable } from 'rxjs';
import { residentOf } from '../access';
import { keyOf, KeptAnswers, setHeaders, type Answer } from './kept-answers';
import { answerCaching, isVisitor } from './sharing';

const SHARED = 'shared';
/** What this route answers to a visitor is the same for all of them, and caches may keep it. */
export const Shared = (): MethodDecorator => applyDecorators(SetMetadata(SHARED, true));

/**
 * An API answers `no-store`, unless the route is `@Shared()` and nobody in particular asks: then it is public data, which
 * caches on the way may keep, and this process too where the answer is made from the address alone. A refusal is kept nowhere,
 * and `no-store` again (see `ProblemFilter`).
 */
@Injectable()
export class SharedAnswers implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(SHARED, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    response.vary('Cookie');
    if (!isVisitor(request)) return next.handle();
    if (!this.answers.isOn || !isOfAddress(context.getClass(), context.getHandler().name))
      return next.handle().pipe(tap(() => response.setHeader('Cache-Control', answerCaching(new Date()))));
    const own = response.getHeaders();
    const make = async (): Promise<Answer> => answerOf(await lastValueFrom(next.handle()), own);
    return from(this.answers.of(keyOf(request), make)).pipe(
      map((answer) => {
        setHeaders(response, answer);
        return answer.body.toString();
      }),
    );
  }
}

/** What a route says by `@Header`; all other headers are set for each request anew. */
const HEADERS_OF_ROUTES = ['access-control-allow-origin', 'content-disposition'];

function answerOf(value: unknown, own: Readonly<Record<string, unknown>>): Answer {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const said = own['content-type'];
  return {
    type: typeof said === 'string' ? said : 'application/json; charset=utf-8',
    body,
    tag: contentTag(body),
    headers: HEADERS_OF_ROUTES.flatMap((name) => {
      const value = own[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  };
}

interface Argument {
  readonly factory?: unknown;
}

/** Whether a handler takes nothing but what stands in the address, and the resident, who is nobody for a visitor. */
function isOfAddress(controller: object, name: string): boolean {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;
  return Object.entries(all).every(
    ([key, { factory }]) =>
      factory === residentOf ||
      [RouteParamtypes.PARAM, RouteParamtypes.QUERY].includes(Number(key.split(':')[0])),
  );
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
