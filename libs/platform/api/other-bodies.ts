import { PICTURE_LIMITS, PICTURE_TYPES } from '@buurtstem/shared-domain';
import express, { type RequestHandler } from 'express';

interface OtherBody {
  readonly method: 'PUT' | 'POST';
  /** The whole path, without query. */
  readonly route: RegExp;
  readonly type: RegExp;
  readonly parsers: readonly RequestHandler[];
}

/**
 * The one route that takes a form, and from any site: mail programs post to it to stop mail (RFC 8058). It knows no
 * session; who may do so is in the signed token that the address ends with.
 */
export const ONE_CLICK_ROUTE = /^\/api\/v1\/unsubscriptions\/[\w-]+$/;

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
    type: new RegExp(`^(${PICTURE_TYPES.join('|')})$`, 'i'),
    parsers: [express.raw({ type: [...PICTURE_TYPES], limit: PICTURE_LIMITS.bytes })],
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
