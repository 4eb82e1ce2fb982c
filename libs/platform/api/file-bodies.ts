import express, { type RequestHandler } from 'express';
import { PICTURE_LIMITS, PICTURE_TYPES } from './pictures/picture-intake';

interface FileBody {
  /** The whole path, without query. */
  readonly route: RegExp;
  readonly type: RegExp;
  readonly parser: RequestHandler;
}

/** The few writes that are a file; every other write is JSON. */
export const FILE_BODIES: readonly FileBody[] = [
  {
    route: /^\/api\/v1\/districts\/[\w-]+\/addresses$/,
    type: /^text\/csv\s*(;|$)/i,
    parser: express.text({ type: 'text/csv', limit: '10mb' }),
  },
  {
    route: /^\/api\/v1\/districts\/[\w-]+\/agenda-items\/[\w-]+\/progress-reports\/\d+\/picture$/,
    type: new RegExp(`^(${PICTURE_TYPES.join('|')})$`, 'i'),
    parser: express.raw({ type: [...PICTURE_TYPES], limit: PICTURE_LIMITS.bytes }),
  },
];
