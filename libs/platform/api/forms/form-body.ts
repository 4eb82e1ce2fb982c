import { Refusal } from '@buurtstem/shared-domain';
import express, { type RequestHandler } from 'express';

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** What a form without scripts sends, and how its answers are treated: by one browser, once. */
export function formBody(): RequestHandler[] {
  return [
    (request, response, next) => {
      response.setHeader('Cache-Control', 'private, no-store');
      response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
      const isForm = request.method !== 'POST' || FORM.test(request.get('content-type') ?? '');
      next(isForm ? undefined : new Refusal('unsupported-media-type'));
    },
    express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 20 }),
    (request, _response, next) => {
      request.body = fieldsOf(request.body as Record<string, unknown> | undefined);
      next();
    },
  ];
}

/**
 * The forms of the site name a field by its form too (`inloggen.email`); here the field alone counts. A browser sends the end
 * of a line as two characters, where scripts count and send one.
 */
function fieldsOf(body: Record<string, unknown> = {}): Record<string, unknown> {
  const asTyped = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.split('.').at(-1), asTyped(value)]),
  );
}
