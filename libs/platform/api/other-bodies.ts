import { PICTURE_LIMITS, PICTURE_TYPES, Refusal } from '@buurtstem/shared-domain';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';

interface OtherBody {
  readonly method: 'PUT' | 'POST';
  /** The whole path, without query. */
  readonly route: RegExp;
  readonly type: RegExp;
  readonly parsers: readonly (RequestHandler | ErrorRequestHandler)[];
}

/**
 * The one route that takes a form, and from any site: mail programs post to it to stop mail (RFC 8058). It knows no
 * session; who may do so is in the signed token that the address ends with.
 */
export const ONE_CLICK_ROUTE = /^\/api\/v1\/unsubscriptions\/[\w-]+$/;

/** Before anything of it is read. */
const refuseAnnouncedTooLarge: RequestHandler = (request, _response, next) => {
  const announced = Number(request.get('content-length') ?? 0);
  const isPhoto = request.method === 'PUT' && announced > PICTURE_LIMITS.bytes;
  next(isPhoto ? new Refusal('picture-too-large') : undefined);
};

/** What did not say how large it is, once more than a photo has come. */
const refuseTooLarge: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const isTooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  next(isTooLarge ? new Refusal('picture-too-large') : error);
};

/** The bytes of a photo as it is. */
const PHOTO = {
  type: new RegExp(`^(${PICTURE_TYPES.join('|')})$`, 'i'),
  parsers: [
    refuseAnnouncedTooLarge,
    express.raw({ type: [...PICTURE_TYPES], limit: PICTURE_LIMITS.bytes }),
    refuseTooLarge,
  ],
};

/** The few writes that are a table, a photo or a form; every other write is JSON. */
export const OTHER_BODIES: readonly OtherBody[] = [
  {
    method: 'PUT',
    route: /^\/api\/v1\/districts\/[\w-]+\/addresses$/,
    type: /^text\/csv\s*(;|$)/i,
    parsers: [express.text({ type: 'text/csv', limit: '10mb' })],
  },
  {
    method: 'PUT',
    route: /^\/api\/v1\/districts\/[\w-]+\/agenda-items\/[\w-]+\/progress-reports\/\d+\/picture$/,
    ...PHOTO,
  },
  {
    method: 'PUT',
    route: /^\/api\/v1\/districts\/[\w-]+\/proposals\/\d+\/pictures\/[\w-]+$/,
    ...PHOTO,
  },
  {
    method: 'POST',
    route: ONE_CLICK_ROUTE,
    type: /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i,
    parsers: [
      express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 }),
      express.text({ type: 'multipart/form-data', limit: '4kb' }),
    ],
  },
];
