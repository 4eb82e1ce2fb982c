import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { RequestHandler } from 'express';

/** Says of a path below `/media` whether it may not be shown any more. */
type OutOfSight = (path: string) => Promise<boolean>;

/**
 * Where the rooms say which files are out of sight: a picture that a moderator hid has an address that people may still
 * have. A room joins in its `onModuleInit`.
 */
@Injectable()
export class MediaGate {
  private readonly rules: OutOfSight[] = [];

  join(rule: OutOfSight): void {
    this.rules.push(rule);
  }

  /** Stands before the files themselves. */
  handler(): RequestHandler {
    return (request, _response, next) => {
      const path = pathOf(request.path);
      // What is no address names no file either.
      if (path === null) return next(new Refusal('not-found'));
      this.isOutOfSight(path).then((hidden) => next(hidden ? new Refusal('not-found') : undefined), next);
    };
  }

  private async isOutOfSight(path: string): Promise<boolean> {
    for (const rule of this.rules) if (await rule(path)) return true;
    return false;
  }
}

function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(address).replace(/^\//, '');
  } catch {
    return null;
  }
}
