import { Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { Config } from '../config';
import { ProblemFilter } from '../problem';
import { isFromOurPages } from '../same-origin';
import { Admission, isTooLate } from './admission';
import { Capacity } from './capacity';

/** A way for one request that need not go the whole way. */
export interface ShortWay {
  /** The bodies that a page of ours sends with it, in ASCII; none where the method has none. */
  readonly bodies: readonly string[];
  /** What answers whoever asks; null where they must go the whole way after all. */
  admit(): Promise<GiveAnswer | null>;
}

export type GiveAnswer = (body: string) => Promise<ShortAnswer>;

export interface ShortAnswer {
  /** Sent as JSON, with 200. */
  readonly value: object;
  /** Once it is sent. */
  afterwards(): void;
}

/** The short way of this request, or null where it is not plainly one of the kind. Reads what stands in its head, and does nothing. */
export type FindShortWay = (request: Request) => ShortWay | null;

/**
 * Requests of which so many come at once that what all requests pass costs more than what these ask for; a room adds its kind.
 * Only what is written as our own pages write it goes the short way, and is admitted, refused and answered by the same code as
 * all else. Whatever differs goes the whole way, and is told there what is wrong with it.
 */
@Injectable()
export class ShortWays {
  private readonly kinds: FindShortWay[] = [];
  private readonly problems: ProblemFilter;

  constructor(
    private readonly config: Config,
    private readonly admission: Admission,
    private readonly capacity: Capacity,
  ) {
    this.problems = new ProblemFilter(config.publicUrl);
  }

  add(find: FindShortWay): void {
    this.kinds.push(find);
  }

  /** Before all that costs something, and after the headers of every answer of the API. */
  handler(): RequestHandler {
    const [door, place] = [this.admission.door(), this.admission.place()];
    return (request, response, next) => {
      const way = this.find(request);
      if (!way) return next();
      const fail = (error: unknown): void => this.problems.send(error, response);
      const go = (answer: GiveAnswer | null): void => {
        if (!answer) return next();
        readBody(request, way.bodies, (body) => {
          if (body === null) return next();
          place(request, response, () => void answer(body).then((known) => send(response, known), fail));
        });
      };
      door(request, response, () => void way.admit().then(go, fail));
    };
  }

  private find(request: Request): ShortWay | null {
    if (this.capacity.isDraining || !isFromOurPages(request, this.config)) return null;
    for (const find of this.kinds) {
      const way = find(request);
      if (way) return hasOneOf(way.bodies, request) ? way : null;
    }
    return null;
  }
}

/** Whether what the head announces may be one of these. */
function hasOneOf(bodies: readonly string[], { headers }: Request): boolean {
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined) return false;
  const length = Number(headers['content-length'] ?? 0);
  if (bodies.length === 0) return length === 0;
  return headers['content-type'] === 'application/json' && bodies.some((body) => body.length === length);
}

/** Null where it is another, or did not come in one piece; then all of it is there to be read again. */
function readBody(request: Request, bodies: readonly string[], done: (body: string | null) => void): void {
  if (bodies.length === 0) return done('');
  request.once('readable', () => {
    const bytes = request.read() as Buffer | null;
    const text = bytes?.toString('latin1') ?? '';
    if (bodies.includes(text)) return done(text);
    if (bytes) request.unshift(bytes);
    // The stream takes until then to notice that nobody listens any more: it would not flow for the next who reads it.
    setImmediate(done, null);
  });
}

function send(response: Response, { value, afterwards }: ShortAnswer): void {
  if (!isTooLate(response)) {
    const text = JSON.stringify(value);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.end(text);
  }
  afterwards();
}
