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
import { HEADERS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, map, tap, type Observable } from 'rxjs';
import { residentOf } from '../access';
import { Admission } from '../load/admission';
import { keyOf, KeptAnswers, setHeaders, type Answer } from './kept-answers';
import { answerCaching, isVisitor } from './sharing';

const SHARED = 'shared';
/** What this route answers to a visitor is the same for all of them, and caches may keep it. */
export const Shared = (): MethodDecorator => applyDecorators(SetMetadata(SHARED, true));

/**
 * An API answers `no-store`, unless the route is `@Shared()` and nobody in particular asks: then it is public data, which
 * caches on the way may keep, and this process too where the answer is made from the address alone. What is the same for
 * residents is kept for their pages too. A refusal is kept nowhere, and `no-store` again (see `ProblemFilter`).
 */
@Injectable()
export class SharedAnswers implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
    private readonly admission: Admission,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(SHARED, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    response.vary('Cookie');
    const of = this.answers.isOn ? madeOf(context.getClass(), context.getHandler().name) : 'the request';
    const isForAll = of === 'the address';
    // Whoever asks by themselves is told what is so now; a page of theirs is made of what all others read.
    if (!isVisitor(request) && !(isForAll && this.admission.isOwnPage(request))) return next.handle();
    if (of === 'the request')
      return next.handle().pipe(tap(() => response.setHeader('Cache-Control', answerCaching(new Date()))));
    const said = headersOf(context.getHandler(), response);
    const make = async (): Promise<Answer> => answerOf(await lastValueFrom(next.handle()), said, isForAll);
    return from(this.answers.of(keyOf(request), make)).pipe(
      map((answer) => {
        setHeaders(response, answer);
        return answer.body.toString();
      }),
    );
  }
}

const JSON_TYPE = ['Content-Type', 'application/json; charset=utf-8'] as const;

/** What the route says by `@Header`; all other headers are set for each request anew. */
function headersOf(handler: object, response: Response): Answer['headers'] {
  const said = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as readonly { readonly name: string }[];
  return said.map(({ name }) => [name, String(response.getHeader(name))]);
}

function answerOf(value: unknown, said: Answer['headers'], isForAll: boolean): Answer {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return { headers: [JSON_TYPE, ...said], body, tag: contentTag(body), isForAll };
}

interface Argument {
  readonly factory?: unknown;
}

/** What a handler makes its answer of, as its parameters say; the resident is nobody for a visitor. */
function madeOf(controller: object, name: string): 'the address' | 'address and resident' | 'the request' {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;
  const others = Object.entries(all).filter(
    ([key]) => ![RouteParamtypes.PARAM, RouteParamtypes.QUERY].includes(Number(key.split(':')[0])),
  );
  if (others.length === 0) return 'the address';
  return others.every(([, { factory }]) => factory === residentOf) ? 'address and resident' : 'the request';
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
