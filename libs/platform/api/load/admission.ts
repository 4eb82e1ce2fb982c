import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { Config } from '../config';
import { OTHER_BODIES } from '../other-bodies';
import { sendBusyPage, sendBusyProblem } from './busy';
import { Capacity, type Kind } from './capacity';

/** Under this a page that is being drawn asks the API, on behalf of the one who asked for the page. */
export const OWN_PAGE_HEADER = 'x-own-page';

const VOTE = /^\/api\/v1\/districts\/[^/]+\/proposals\/[^/]+\/my-vote$/;
const VOTE_FORM = /^\/formulier\/[^/]+\/plannen\/[^/]+\/stem$/;
const FORM = /^\/formulier\//;
/** What an editor or a clerk sets going may take its time. */
const LONGER = 6;
/** Photos and tables are held in memory while they come in. */
const MOST_LARGE_BODIES = 10;

type SendAway = (request: Request, response: Response) => void;

/** Who gets in, and until when they get an answer. */
@Injectable()
export class Admission {
  /** Known to this process alone, so nobody else gets in with it. */
  readonly ownPage = randomBytes(24).toString('base64url');
  private largeBodies = 0;

  constructor(
    private readonly config: Config,
    private readonly capacity: Capacity,
  ) {}

  /** Before everything: while the process ends, every answer says that the connection ends with it. */
  farewell(): RequestHandler {
    return (_request, response, next) => {
      if (this.capacity.isDraining) response.setHeader('Connection', 'close');
      next();
    };
  }

  /** Before the body is read: who cannot get in now is told so at once. Nobody takes a place while their body dribbles in. */
  door(): RequestHandler {
    return (request, response, next) => {
      if (!this.isWelcome(request)) return this.sendAway(request, response);
      const isLarge = isLargeBody(request);
      if (isLarge && this.largeBodies >= MOST_LARGE_BODIES) return this.sendAway(request, response);
      this.limitBody(request, response, isLarge);
      next();
    };
  }

  /**
   * After the body: takes a place until the answer is sent, which is sent in time. Who gets none, or no answer in time, is
   * sent away; by another where it is said by whom.
   */
  place(sendAway: SendAway = (request, response) => this.sendAway(request, response)): RequestHandler {
    return (request, response, next) => {
      const kind = kindOf(request);
      // A page has a place already, and what it asks is part of drawing it.
      const leave = this.isOwnPage(request) ? () => undefined : this.capacity.enter(kind);
      if (!leave) return sendAway(request, response);
      response.once('close', leave);
      const isShort = kind === 'vote' || request.method === 'GET' || request.method === 'HEAD';
      const { answerWithinMs } = this.config.load;
      inTime(response, isShort ? answerWithinMs : answerWithinMs * LONGER, () => sendAway(request, response));
      next();
    };
  }

  /** Whether there is a place now, without taking it. */
  isWelcome(request: Request): boolean {
    return this.isOwnPage(request) || this.capacity.hasRoom(kindOf(request));
  }

  /** Whether a page of this process asks, on behalf of the one that it is for. */
  isOwnPage(request: Request): boolean {
    return request.headers[OWN_PAGE_HEADER] === this.ownPage;
  }

  private sendAway(request: Request, response: Response): void {
    if (FORM.test(request.originalUrl)) sendBusyPage(response);
    else sendBusyProblem(response, this.config.publicUrl);
  }

  /** A body that does not end in time ends with its connection: there is nobody to talk to. */
  limitBody(request: Request, response: Response, isLarge = false): void {
    if (request.complete || hasNoBody(request)) return;
    if (isLarge) this.largeBodies += 1;
    const { bodyWithinMs } = this.config.load;
    const timer = setTimeout(() => request.destroy(), isLarge ? bodyWithinMs * LONGER : bodyWithinMs);
    let isComing = true;
    const end = (): void => {
      clearTimeout(timer);
      if (isLarge && isComing) this.largeBodies -= 1;
      isComing = false;
    };
    request.once('end', end).once('close', end);
    response.once('close', end);
  }
}

/**
 * Calls `tellSo` when nothing of the answer has been sent by then. What the work answers after that is thrown away. Answers what
 * ends the waiting before.
 */
export function inTime(response: ServerResponse, ms: number, tellSo: () => void): () => void {
  const timer = setTimeout(() => {
    if (response.headersSent || response.destroyed) return;
    late.add(response);
    tellSo();
  }, ms);
  const end = (): void => clearTimeout(timer);
  response.once('close', end);
  return end;
}

const late = new WeakSet<ServerResponse>();

/** Whether whoever asked has been sent away already, because the answer was late. */
export function isTooLate(response: ServerResponse): boolean {
  return late.has(response);
}

function kindOf({ method, originalUrl }: Request): Kind {
  const path = originalUrl.split('?', 1)[0] ?? '';
  const isVote =
    ((method === 'PUT' || method === 'DELETE') && VOTE.test(path)) ||
    (method === 'POST' && VOTE_FORM.test(path));
  return isVote ? 'vote' : 'read';
}

function isLargeBody({ method, originalUrl }: Request): boolean {
  const path = originalUrl.split('?', 1)[0] ?? '';
  return method === 'PUT' && OTHER_BODIES.some((other) => other.method === method && other.route.test(path));
}

function hasNoBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}
