import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refusal, type FieldError, type RefusalCode } from '@buurtstem/shared-domain';
import type { Response } from 'express';
import { PROBLEMS } from './problem-table';
import { isTooLate } from './load/admission';
import { sqlState } from './transaction';

/** A Refusal that also says when to come back. */
export class RateLimited extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-requests');
  }
}

/** The body of every answer from 400 up (RFC 9457), sent as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly errors?: readonly FieldError[];
}

const PROBLEM_TYPE = 'application/problem+json';
const SECONDS_UNTIL_THE_DATABASE_IS_BACK = 5;

/** Turns whatever was thrown into a problem. Only a Refusal is expected; the rest is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly publicUrl: string) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.send(error, host.switchToHttp().getResponse<Response>());
  }

  send(error: unknown, response: Response): void {
    const told = this.tell(error, response);
    if (told) response.status(told.status).type(PROBLEM_TYPE).send(JSON.stringify(told));
  }

  /** The same, where Express has no part in it. */
  sendPlain(error: unknown, response: ServerResponse): void {
    const told = this.tell(error, response);
    if (!told) return;
    const text = JSON.stringify(told);
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.writeHead(told.status, { 'Content-Type': `${PROBLEM_TYPE}; charset=utf-8` });
    response.end(text);
  }

  /** Notes what is wrong, and says it in the head of the answer; null where it is too late for an answer. */
  private tell(error: unknown, response: ServerResponse): Problem | null {
    if (isTooLate(response)) return null;
    const refusal = toRefusal(error);
    const { status, title } = PROBLEMS[refusal.code];
    let detail: string = title;
    if (status >= 500) {
      const reference = randomUUID();
      detail = `${title} Reference: ${reference}.`;
      this.logger.error(
        `${refusal.code}, reference ${reference}`,
        error instanceof Error ? error.stack : String(error),
      );
    }
    if (response.headersSent) {
      response.destroy();
      return null;
    }
    if (refusal instanceof RateLimited) response.setHeader('Retry-After', refusal.retryAfterSeconds);
    else if (status === 503) response.setHeader('Retry-After', SECONDS_UNTIL_THE_DATABASE_IS_BACK);
    const problem: Problem = {
      type: `${this.publicUrl}/problems/${refusal.code}`,
      title,
      status,
      detail,
      code: refusal.code,
      ...(refusal.errors.length > 0 && { errors: refusal.errors }),
    };
    // Nothing that a route said about caching holds for its failure.
    response.setHeader('Cache-Control', 'no-store');
    return problem;
  }
}

const CODE_OF_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'invalid-input',
  401: 'sign-in-first',
  403: 'not-allowed',
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'temporarily-unavailable',
};

/** What was thrown, as the refusal that it means. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isDatabaseUnavailable(error)) return new Refusal('temporarily-unavailable');
  if (isNotText(error)) {
    return new Refusal('invalid-input', [
      { field: 'text', code: 'invalid-input', message: 'holds a character that is no text' },
    ]);
  }
  const status = statusOf(error);
  const code = status === null ? undefined : CODE_OF_STATUS[status];
  if (code === 'invalid-input')
    return new Refusal(code, [{ field: 'body', code, message: messageOf(error) }]);
  return new Refusal(code ?? 'unexpected');
}

/** Nest's own exceptions, and those of the body parser, which carry a status and a type but no class. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const isFromParser = error instanceof Error && 'type' in error && 'status' in error;
  return isFromParser && typeof error.status === 'number' ? error.status : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'not readable';
}

/** A NUL or half a character, wherever it stood: PostgreSQL keeps no such text, and nothing was written. */
function isNotText(error: unknown): boolean {
  return ['22021', '22P05'].includes(sqlState(error) ?? '');
}

/**
 * Classes of SQLSTATE that say "not now": no connection, no room, shutting down, read-only, no such database, a lock or a
 * statement that took too long.
 */
const NOT_NOW = /^(08|53|57P0|25006|3D000|55P03|57014)/;
const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

function isDatabaseUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return NOT_NOW.test(state) || SOCKET_ERRORS.has(state);
  // pg gives these no code: its own text is all there is to know them by.
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}
