import { Injectable } from '@nestjs/common';
import type { Server } from 'node:http';
import type { Express, Request, RequestHandler, Response } from 'express';
import { Config } from '../config';
import { ProblemFilter } from '../problem';
import { isFromOurPages } from '../same-origin';
import { Admission, inTime, isTooLate } from './admission';
import { sendBusyProblem } from './busy';
import { Capacity } from './capacity';

/** A way for one request that need not go the whole way. */
export interface ShortWay {
  /** The bodies that a page of ours sends with it, in ASCII; none where the method has none. */
  readonly bodies: readonly string[];
  /** What answers whoever asks; null where they must go the whole way after all. */
  admit(): Promise<GiveAnswer | null>;
}

/** `ip` is who asks, as far as the proxies are trusted that say so. */
export type GiveAnswer = (body: string, ip: string | undefined) => Promise<ShortAnswer>;

export interface ShortAnswer {
  /** Sent as JSON, with 200. */
  readonly value: object;
  /** Once it is sent. */
  afterwards(): void;
}

/** Of a request that Express has not seen yet, what is read on the short way. */
export type PlainRequest = Pick<Request, 'method' | 'originalUrl' | 'headers'>;

/** The short way of this request, or null where it is not plainly one of the kind. Reads what stands in its head, and does nothing. */
export type FindShortWay = (request: PlainRequest) => ShortWay | null;

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

  /**
   * Stands before Express, whose part in a request costs more than all that a short way does. `sayHead` is what says the head
   * of every answer of the API: it is asked once what that is.
   */
  standBefore(server: Server, express: Express, sayHead: readonly RequestHandler[]): void {
    const [whole, ...others] = server.listeners('request');
    if (whole !== express || others.length > 0) throw new Error('Somebody else answers requests.');
    const head = headOf(sayHead);
    const serve = this.server(head, express);
    server.removeAllListeners('request').on('request', (request: Request, response: Response) => {
      // As Express calls them.
      Object.assign(request, { originalUrl: request.url, app: express });
      const way = this.find(request);
      if (way) serve(way, request, response);
      else express(request, response);
    });
  }

  private server(
    head: readonly (readonly [string, string])[],
    express: Express,
  ): (way: ShortWay, request: Request, response: Response) => void {
    const flat = head.flat();
    const dress = (response: Response): void => {
      for (const [name, value] of head) response.setHeader(name, value);
    };
    const sendAway = (_: Request, response: Response): void => {
      dress(response);
      sendBusyProblem(response, this.config.publicUrl);
    };
    const place = this.admission.place(sendAway);
    return (way, request, response) => {
      const fail = (error: unknown): void => {
        if (!response.headersSent) dress(response);
        this.problems.sendPlain(error, response);
      };
      const give = (answer: GiveAnswer, body: string): void => {
        const ip = Reflect.get(express.request, 'ip', request) as string | undefined;
        answer(body, ip).then((known) => send(response, flat, known), fail);
      };
      const go = (answer: GiveAnswer | null): void => {
        if (!answer) return express(request, response);
        this.readBody(request, response, way.bodies, (body) => {
          if (body === null) return express(request, response);
          place(request, response, () => give(answer, body));
        });
      };
      if (!this.admission.isWelcome(request)) return sendAway(request, response);
      // Who asks is looked up before a place is taken, and the database may be away.
      const endWaiting = inTime(response, this.config.load.answerWithinMs, () => sendAway(request, response));
      void way
        .admit()
        .finally(endWaiting)
        .then((answer) => (isTooLate(response) ? undefined : go(answer)), fail);
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

  /** Null where it is another, or did not come in one piece; then all of it is there to be read again. */
  private readBody(
    request: Request,
    response: Response,
    bodies: readonly string[],
    done: (body: string | null) => void,
  ): void {
    if (bodies.length === 0) return done('');
    const take = (): void => {
      const bytes = request.read() as Buffer | null;
      const text = bytes?.toString('latin1') ?? '';
      if (bodies.includes(text)) return done(text);
      if (bytes) request.unshift(bytes);
      // The stream takes until then to notice that nobody listens any more: it would not flow for the next who reads it.
      setImmediate(done, null);
    };
    // Mostly it comes with the head, and is there before it is known who asks.
    if (request.readableLength > 0) return take();
    this.admission.limitBody(request, response);
    request.once('readable', take);
  }
}

/** What these say in the head of every answer, whatever is asked. */
function headOf(sayHead: readonly RequestHandler[]): [name: string, value: string][] {
  const said = new Map<string, string>();
  const listener = {
    setHeader: (name: string, value: unknown) => said.set(name, String(value)),
    removeHeader: (name: string) => said.delete(name),
  };
  for (const say of sayHead) void say({} as Request, listener as unknown as Response, () => undefined);
  return [...said];
}

/** Whether what the head announces may be one of these. */
function hasOneOf(bodies: readonly string[], { headers }: Request): boolean {
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined) return false;
  const length = Number(headers['content-length'] ?? 0);
  if (bodies.length === 0) return length === 0;
  return headers['content-type'] === 'application/json' && bodies.some((body) => body.length === length);
}

function send(response: Response, head: readonly string[], { value, afterwards }: ShortAnswer): void {
  if (!isTooLate(response)) {
    const text = JSON.stringify(value);
    const size = String(Buffer.byteLength(text));
    response.writeHead(200, [
      ...head,
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      size,
    ]);
    response.end(text);
  }
  afterwards();
}
