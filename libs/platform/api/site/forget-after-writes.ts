import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { tap, type Observable } from 'rxjs';
import { KeptAnswers } from './kept-answers';
import { PageCache } from './page-cache';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * A vote or a like moves a number, and signing in changes no page: on the last evening of a round there are many each
 * second, and pages that are at most two seconds old are what keeps the site up then.
 */
const SHOWS_ON_ITS_OWN = /\/(my-vote|my-like|session|sign-in-requests|stem|inlogcode|inloggen|uitloggen)$/;

/**
 * Forgets the kept pages and answers after a write, before the write is answered: a plan that a moderator hides is gone for whoever
 * asks after that.
 */
@Injectable()
export class ForgetAfterWrites implements NestInterceptor {
  constructor(
    private readonly pages: PageCache,
    private readonly answers: KeptAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, path } = context.switchToHttp().getRequest<Request>();
    if (READS.has(method) || SHOWS_ON_ITS_OWN.test(path)) return next.handle();
    return next.handle().pipe(
      tap(() => {
        this.answers.forget();
        this.pages.forget();
      }),
    );
  }
}
