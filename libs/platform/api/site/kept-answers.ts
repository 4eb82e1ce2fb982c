import { Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { Config } from '../config';
import { answerCaching, isVisitor, minuteOf } from './sharing';
import { ShortMemory } from './short-memory';

/** For whom a page is drawn: for who shows no cookie, or for who shows one. */
export type Reader = 'visitor' | 'resident';

/** What a shared route answered to a visitor; always 200, since whatever else is an error. */
export interface Answer {
  readonly body: Buffer;
  readonly tag: string;
  /** Whether it says the same to a resident. */
  readonly isForAll: boolean;
  /** What the route itself says: its kind, or that other sites may read it. */
  readonly headers: readonly (readonly [string, string])[];
}

/** The same, as a page takes it. */
export interface KnownAnswer {
  readonly text: string;
  /** Changes with what it says, but for when it was said. */
  readonly tag: string;
}

const MOST_ANSWERS = 500;
const MOST_BYTES = 8_000_000;
/** One that is larger would drive out what many ask for. */
const LARGEST = MOST_BYTES / 8;

/** The answers of the API that visitors got a moment ago, as they were sent. */
@Injectable()
export class KeptAnswers extends ShortMemory<Answer> {
  /** Off in tests, which look into the database right behind what they ask. */
  readonly isOn: boolean;

  constructor({ keepsAnswers }: Config) {
    super({
      things: MOST_ANSWERS,
      size: MOST_BYTES,
      sizeOf: ({ body }) => body.length,
      isKept: ({ body }) => body.length <= LARGEST,
    });
    this.isOn = keepsAnswers;
  }

  /** The same for a page that is drawn in this process, for a visitor or for a resident; null tells to ask. */
  recalled(address: string, reader: Reader): KnownAnswer | null {
    const answer = this.isOn ? this.recall(keyOf({ originalUrl: address })) : null;
    if (!answer || (reader === 'resident' && !answer.isForAll)) return null;
    return { text: answer.body.toString(), tag: answer.tag };
  }

  /**
   * Before everything that costs something: an answer that is kept needs no place, no session and no route. It is for a
   * visitor and made from the address alone, so nothing else of the request can matter.
   */
  handler(): RequestHandler {
    return (request, response, next) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const answer = this.isOn && isRead && isVisitor(request) ? this.recall(keyOf(request)) : null;
      if (!answer) return next();
      setHeaders(response, answer);
      response.send(answer.body);
    };
  }
}

/** An answer is of one minute, as a page is: it may say that one can still vote. */
export function keyOf({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  return `${minuteOf(new Date())} ${originalUrl}`;
}

export function setHeaders(response: Response, { tag, headers }: Answer): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.vary('Cookie');
  response.setHeader('Cache-Control', answerCaching(new Date()));
  response.setHeader('ETag', tag);
}
