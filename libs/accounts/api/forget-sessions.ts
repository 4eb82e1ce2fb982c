import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { SessionReader } from './session-reader';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What residents do many times a second on a busy evening, and what changes no account. */
const CHANGES_NO_ACCOUNT = /\/(my-vote|my-like|stem)$/;

/**
 * Forgets the sessions that are kept in memory when a write has ended, well or not: it may have given a role, taken a right,
 * or ended sessions. In this process that holds for the very next request, in others within seconds.
 */
@Injectable()
export class ForgetSessions implements NestInterceptor {
  constructor(private readonly reader: SessionReader) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, path } = context.switchToHttp().getRequest<Request>();
    if (READS.has(method) || CHANGES_NO_ACCOUNT.test(path)) return next.handle();
    return next.handle().pipe(finalize(() => this.reader.forgetAll()));
  }
}
