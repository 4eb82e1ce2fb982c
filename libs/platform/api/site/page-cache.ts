import { Injectable } from '@nestjs/common';
import { ShortMemory } from './short-memory';

/** A page as it is sent. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** In UTF-8: written once for all who are sent it, and held outside the heap. */
  readonly body: Buffer;
  readonly policy: string;
  /** Changes with every byte of the page. */
  readonly tag: string;
  /** The time that it goes by, in milliseconds. */
  readonly time: number;
  /** What it asked the API, and how each answer was marked; null where one of them had no mark, or nobody took notes. */
  readonly answers: ReadonlyMap<string, string> | null;
}

const MOST_PAGES = 200;
const MOST_BYTES = 8_000_000;

/** The pages that visitors who are not signed in saw a moment ago. */
@Injectable()
export class PageCache extends ShortMemory<RenderedPage> {
  constructor() {
    super({
      things: MOST_PAGES,
      size: MOST_BYTES,
      sizeOf: ({ body }) => body.length,
      isKept: ({ status }) => status === 200,
    });
  }
}
