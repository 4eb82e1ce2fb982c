import { applyDecorators, Catch, HttpCode, Logger, UseFilters, type ArgumentsHost } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PROBLEMS } from '../problem-table';
import { isTooLate } from '../load/admission';
import { ProblemFilter, RateLimited, toRefusal } from '../problem';
import { asking } from './own-address';

export const FORM_PREFIX = 'formulier';
/** What a page is told in its address: the code of a refusal, or what was done. */
const MESSAGE = 'melding';
const WAIT = 'wacht';

/**
 * A refusal of a form that a browser sent without scripts comes back as words on the page that the form is on. The page
 * has the words: its address has the code only, and anything that is no code of ours means nothing there.
 */
@Catch()
class FormRefusals extends ProblemFilter {
  private readonly log = new Logger('Form');

  constructor(private readonly page: (request: Request) => string) {
    super('');
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    if (isTooLate(host.switchToHttp().getResponse<Response>())) return;
    const refusal = toRefusal(error);
    // Nobody pressed a button on a page of ours: there is no page to go back to.
    if (refusal.code === 'cross-site-request') return super.catch(refusal, host);
    if (PROBLEMS[refusal.code].status >= 500)
      this.log.error(refusal.code, error instanceof Error ? error.stack : String(error));
    const http = host.switchToHttp();
    const page = this.page(http.getRequest<Request>());
    // One field at a time: the first that was refused.
    const code = refusal.errors[0]?.code ?? refusal.code;
    const wait = refusal instanceof RateLimited ? String(refusal.retryAfterSeconds) : null;
    const address =
      refusal.code === 'sign-in-first'
        ? asking('/inloggen', { terug: page, [MESSAGE]: code })
        : asking(page, { [MESSAGE]: code, [WAIT]: wait });
    http.getResponse<Response>().redirect(303, address);
  }
}

/** A route that a form on this page posts to. It answers with where to go on, by 303. */
export const FormOn = (page: (request: Request) => string): MethodDecorator =>
  applyDecorators(HttpCode(303), UseFilters(new FormRefusals(page)));

export interface GoOn {
  readonly url: string;
  readonly statusCode: 303;
}

/** Where to go on, and what the page there says of it; nothing more of what was said before. */
export function goOn(address: string, said: string | null = null): GoOn {
  return { url: asking(address, { [MESSAGE]: said, [WAIT]: null }), statusCode: 303 };
}
