import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Config } from './config';
import { ONE_CLICK_ROUTE, OTHER_BODIES } from './other-bodies';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** Refuses writes that another site makes in a resident's browser: the origin must be ours, and be stated. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.has(request.method) || isOneClick(request)) return true;
    if (!isFromOurPages(request, this.config)) throw new Refusal('cross-site-request');
    return true;
  }
}

/** Whether a page of ours sends it, as the browser says. */
export function isFromOurPages({ headers }: Pick<Request, 'headers'>, config: Config): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return false;
  if (origin === config.publicUrl) return true;
  // A demo is also opened by the machine's name or address; in production only the public address counts.
  return config.hasDevTools && host !== undefined && origin === `http://${host}`;
}

function isOneClick(request: Request): boolean {
  return request.method === 'POST' && ONE_CLICK_ROUTE.test(pathOf(request));
}

function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '';
}

/** Writes are JSON, or what one of the few other routes asks for: a form of another site can send neither. */
export function requireJson(): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const path = pathOf(request);
    const other = OTHER_BODIES.find(({ method, route }) => method === request.method && route.test(path));
    const wanted = other?.type ?? JSON_TYPE;
    const isWanted = wanted.test(request.get('content-type') ?? '');
    next(
      METHODS_WITH_BODY.has(request.method) && !isWanted ? new Refusal('unsupported-media-type') : undefined,
    );
  };
}
