import type { ServerResponse } from 'node:http';
import type { Response } from 'express';
import type { Problem } from '../problem';
import { PROBLEMS } from '../problem-table';
import { STATIC_POLICY, staticPage } from '../site/static-page';

/** Not everybody at the same moment again. */
const RETRY_FROM_SECONDS = 2;
const RETRY_UNTIL_SECONDS = 8;

const CODE = 'temporarily-unavailable';

const PAGE = staticPage(
  {
    lang: 'nl',
    heading: 'Het is nu erg druk',
    sentences: [
      'Wij kunnen u nu niet helpen. Er is niets veranderd aan uw stem of uw plan.',
      'Probeer het over een minuut weer.',
    ],
    link: { href: '/', words: 'Naar het begin' },
  },
  {
    lang: 'en',
    heading: 'It is very busy now',
    sentences: [
      'We cannot help you now. Nothing has changed about your vote or your plan.',
      'Try again in a minute.',
    ],
  },
);

/** Sends somebody away who may come back: a problem for programs, made without asking anybody. */
export function sendBusyProblem(response: ServerResponse, publicUrl: string): void {
  const { status, title } = PROBLEMS[CODE];
  const problem: Problem = {
    type: `${publicUrl}/problems/${CODE}`,
    title,
    status,
    detail: title,
    code: CODE,
  };
  response.setHeader('Retry-After', retryAfter());
  response.setHeader('Cache-Control', 'no-store');
  // Not `send`, which would mark it for caches: this is done most when there is least time.
  response.writeHead(status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify(problem));
}

/** The same as a page, for whoever looks at one. */
export function sendBusyPage(response: Response): void {
  response.setHeader('Retry-After', retryAfter());
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Security-Policy', STATIC_POLICY);
  response.status(503).type('html').send(PAGE);
}

function retryAfter(): number {
  return RETRY_FROM_SECONDS + Math.floor(Math.random() * (RETRY_UNTIL_SECONDS - RETRY_FROM_SECONDS + 1));
}
