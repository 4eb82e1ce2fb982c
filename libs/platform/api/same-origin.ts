import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Config } from './config';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** Refuses writes that another site makes in a resident's browser: the origin must be ours, and be stated. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.has(request.method) || isOneClick(request)) return true;
    const site = request.get('sec-fetch-site');
    const isSameSite = site === undefined || site === 'same-origin';
    if (!isSameSite || !this.isOurs(request.get('origin'), request.get('host'))) {
      throw new Refusal('cross-site-request');
    }
    return true;
  }

  private isOurs(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return false;
    if (origin === this.config.publicUrl) return true;
    // A demo is also opened by the machine's name or address; in production only the public address counts.
    return this.config.hasDevTools && host !== undefined && origin === `http://${host}`;
  }
}

/** The one table that is sent as a file; every other write but {@link ONE_CLICK_ROUTE} is JSON. */
export const CSV_ROUTE = /^\/api\/v1\/districts\/[\w-]+\/addresses$/;

/**
 * The one route that takes a form, and from any site: mail programs post to it to stop mail (RFC 8058). It knows no
 * session; who may do so is in the signed token that the address ends with.
 */
export const ONE_CLICK_ROUTE = /^\/api\/v1\/unsubscriptions\/[\w-]+$/;

function isOneClick(request: Request): boolean {
  return request.method === 'POST' && ONE_CLICK_ROUTE.test(pathOf(request));
}

function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '';
}

function wantedType(request: Request): RegExp {
  if (CSV_ROUTE.test(request.originalUrl)) return /^text\/csv\s*(;|$)/i;
  if (isOneClick(request)) return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
  return /^application\/json\s*(;|$)/i;
}

/** Writes are JSON, or a table where one is asked for: a form of another site can send neither. */
export function requireJson(): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const isWanted = wantedType(request).test(request.get('content-type') ?? '');
    next(
      METHODS_WITH_BODY.has(request.method) && !isWanted ? new Refusal('unsupported-media-type') : undefined,
    );
  };
}
