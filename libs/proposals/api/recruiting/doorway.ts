import { Injectable } from '@nestjs/common';
import { Config, toRefusal } from '@buurtstem/platform-api';
import { pagePath, readPath } from '@buurtstem/proposals-domain';
import type { Request, RequestHandler, Response } from 'express';
import { ReadProposal } from '../read-proposal';
import { ReadSharedPlan } from './read-shared-plan';
import { widgetOf, widgetOfNothing } from './widget';
import type { Language } from './words';

const SHORT_LINK = /^(?<language>\/en)?\/p\//i;
const WIDGET = /^(?<language>\/en)?\/embed(\/|$)/;

/**
 * Where people come in from paper and from other sites. It stands before the pages of the site; what it does not know
 * goes on to them, so that a short link to nothing is the site's own page for what does not exist.
 */
@Injectable()
export class Doorway {
  constructor(
    private readonly proposals: ReadProposal,
    private readonly plans: ReadSharedPlan,
    private readonly config: Config,
  ) {}

  handler(): RequestHandler {
    return (request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      const answer = SHORT_LINK.test(request.path)
        ? this.lead(request, response)
        : WIDGET.test(request.path) && this.show(request, response);
      if (!answer) return next();
      answer.then((isAnswered) => (isAnswered ? undefined : next()), next);
    };
  }

  private async lead(request: Request, response: Response): Promise<boolean> {
    const address = readPath(request.path);
    if (!address) return false;
    const isInSight = await this.unlessMissing(() =>
      this.proposals.visible(address.district, address.number, null),
    );
    if (!isInSight) return false;
    const language = SHORT_LINK.exec(request.path)?.groups?.['language'] ?? '';
    // Not for ever: a plan can go out of sight, and then nobody is to be told that it was there.
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(302, language.toLowerCase() + pagePath(address));
    return true;
  }

  /** The one page that other sites may show in a frame. It knows no session: whoever looks, it is the same. */
  private async show(request: Request, response: Response): Promise<boolean> {
    const address = readPath(request.path);
    const language = languageOf(request);
    const plan = address && (await this.unlessMissing(() => this.plans.one(address)));
    const { publicUrl } = this.config;
    const { html, policy, etag } = plan
      ? widgetOf(plan, language, publicUrl)
      : widgetOfNothing(language, publicUrl);
    response.removeHeader('X-Frame-Options');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cache-Control', plan ? 'public, max-age=60' : 'no-store');
    response.setHeader('ETag', etag);
    response
      .status(plan ? 200 : 404)
      .type('html')
      .send(html);
    return true;
  }

  private async unlessMissing<T>(read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (['proposal-not-found', 'district-not-found'].includes(toRefusal(error).code)) return null;
      throw error;
    }
  }
}

/** As the address says it; of a frame nobody can ask for another language. */
function languageOf({ path, query }: Request): Language {
  const asked = query['lang'] ?? query['taal'] ?? (path.startsWith('/en/') ? 'en' : 'nl');
  return asked === 'en' ? 'en' : 'nl';
}
