import {
  applyDecorators,
  Catch,
  HttpCode,
  Logger,
  UseFilters,
  type ArgumentsHost,
  type Type,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../config';
import { PROBLEMS } from '../problem-table';
import { isTooLate } from '../load/admission';
import { ProblemFilter, RateLimited, toRefusal } from '../problem';
import { asking } from './own-address';
import { keepFields } from './kept-fields';

export const FORM_PREFIX = 'formulier';
/** What a page is told in its address: the code of a refusal, or what was done. */
const MESSAGE = 'melding';
const WAIT = 'wacht';

/**
 * A refusal of a form that a browser sent without scripts comes back as words on the page that the form is on. The page
 * has the words: its address has the code only, and anything that is no code of ours means nothing there. What was typed
 * in the fields that are kept is in a cookie, for the page to fill them in again.
 */
function refusalsOn(page: PageOf, kept: readonly string[]): Type<ProblemFilter> {
  @Catch()
  class FormRefusals extends ProblemFilter {
    private readonly log = new Logger('Form');

    constructor(private readonly config: Config) {
      super('');
    }

    override catch(error: unknown, host: ArgumentsHost): void {
      const http = host.switchToHttp();
      const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
      if (isTooLate(response)) return;
      const refusal = toRefusal(error);
      // Nobody pressed a button on a page of ours: there is no page to go back to.
      if (refusal.code === 'cross-site-request') return super.catch(refusal, host);
      if (PROBLEMS[refusal.code].status >= 500)
        this.log.error(refusal.code, error instanceof Error ? error.stack : String(error));
      if (kept.length > 0) keepFields(response, request.path, typedIn(request.body, kept), this.config);
      // One field at a time: the first that was refused.
      const code = refusal.errors[0]?.code ?? refusal.code;
      const wait = refusal instanceof RateLimited ? String(refusal.retryAfterSeconds) : null;
      const address =
        refusal.code === 'sign-in-first'
          ? asking('/inloggen', { terug: page(request), [MESSAGE]: code })
          : asking(page(request), { [MESSAGE]: code, [WAIT]: wait });
      response.redirect(303, address);
    }
  }
  return FormRefusals;
}

type PageOf = (request: Request) => string;

function typedIn(body: unknown, names: readonly string[]): Record<string, string> {
  const fields = (body ?? {}) as Record<string, unknown>;
  const typed = names.map((name) => [name, fields[name]] as const);
  return Object.fromEntries(typed.filter((one): one is [string, string] => typeof one[1] === 'string'));
}

/**
 * A route that a form on this page posts to. It answers with where to go on, by 303. What a refused form had in the kept
 * fields stands in them again; the longest text is named last.
 */
export const FormOn = (page: PageOf, kept: readonly string[] = []): MethodDecorator =>
  applyDecorators(HttpCode(303), UseFilters(refusalsOn(page, kept)));

export interface GoOn {
  readonly url: string;
  readonly statusCode: 303;
}

/** Where to go on, and what the page there says of it; nothing more of what was said before. */
export function goOn(address: string, said: string | null = null): GoOn {
  return { url: asking(address, { [MESSAGE]: said, [WAIT]: null }), statusCode: 303 };
}
