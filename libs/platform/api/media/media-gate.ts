import { posix } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { RequestHandler } from 'express';
import { isPhoto, keptUnder } from '../pictures/picture-files';
import { MediaStore } from './media-store';

/** How a room thinks of what is kept at a path: whether anybody may see it. */
export type Sight = 'shown' | 'hidden';

/** Says it of the paths that the room knows; a photo's path is that of all its files together. */
type Sights = (paths: readonly string[]) => Promise<ReadonlyMap<string, Sight>>;

/**
 * Where the rooms say which files may be seen: a picture that a moderator hid has an address that people may still have,
 * and a photo that no room shows is a draft's, or is gone. A room joins in its `onModuleInit`.
 */
@Injectable()
export class MediaGate {
  private readonly rooms: Sights[] = [];

  constructor(private readonly store: MediaStore) {}

  join(room: Sights): void {
    this.rooms.push(room);
  }

  /** Answers what is asked below `/media`. */
  handler(): RequestHandler {
    return (request, response, next) => {
      const path = pathOf(request.path);
      // What is no address names no file either.
      if (path === null) return next(new Refusal('not-found'));
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      this.mayBeSeen(path).then((isShown) => {
        if (!isShown) return next(new Refusal('not-found'));
        // An SVG that is opened by itself can run nothing and load nothing.
        response.setHeader(
          'Content-Security-Policy',
          "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        );
        this.store.serve(path, request, response, next);
      }, next);
    };
  }

  /** Which of these no room knows. */
  async unknownOf(paths: readonly string[]): Promise<string[]> {
    const known = new Set<string>();
    for (const sights of this.rooms) for (const path of (await sights(paths)).keys()) known.add(path);
    return paths.filter((path) => !known.has(path));
  }

  private async mayBeSeen(path: string): Promise<boolean> {
    const kept = keptUnder(path);
    const sights = new Set<Sight | undefined>();
    for (const room of this.rooms) sights.add((await room([kept])).get(kept));
    if (sights.has('hidden')) return false;
    return sights.has('shown') || !isPhoto(path);
  }
}

/** Null for what is no address, and for a second way to write one: `a//b` would be asked of the rooms as another file than `a/b`. */
function pathOf(address: string): string | null {
  try {
    const path = decodeURIComponent(address).replace(/^\//, '');
    const isPlain = posix.normalize(path) === path && !/[\\\0]/.test(path);
    return isPlain && path !== '.' && !path.startsWith('..') ? path : null;
  } catch {
    return null;
  }
}
