import { Injectable } from '@nestjs/common';
import { toRefusal } from '@buurtstem/platform-api';
import { pagePath, readPath } from '@buurtstem/proposals-domain';
import type { Request, RequestHandler, Response } from 'express';
import { ReadProposal } from '../read-proposal';

const SHORT_LINK = /^(?<language>\/en)?\/p\//i;

/**
 * Where people come in from paper and from other sites. It stands before the pages of the site; what it does not know
 * goes on to them, so that a short link to nothing is the site's own page for what does not exist.
 */
@Injectable()
export class Doorway {
  constructor(private readonly proposals: ReadProposal) {}

  handler(): RequestHandler {
    return (request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      this.answer(request, response).then((isAnswered) => (isAnswered ? undefined : next()), next);
    };
  }

  private async answer(request: Request, response: Response): Promise<boolean> {
    const short = SHORT_LINK.exec(request.path);
    const address = readPath(request.path);
    if (!short || !address) return false;
    if (!(await this.isInSight(address.district, address.number))) return false;
    // Not for ever: a plan can go out of sight, and then nobody is to be told that it was there.
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(302, `${short.groups?.['language'] ?? ''}${pagePath(address)}`);
    return true;
  }

  private async isInSight(district: string, number: number): Promise<boolean> {
    try {
      await this.proposals.visible(district, number, null);
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  }
}

export function isNotFound(error: unknown): boolean {
  return ['proposal-not-found', 'district-not-found'].includes(toRefusal(error).code);
}
