import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { OWN_PAGE_HEADER } from '../load/admission';
import type { KeptAnswers } from './kept-answers';

/** What the API answered to a page, of whatever status. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  /** Changes with what it says, but for when it was said; null where the API does not mark it. */
  readonly tag: string | null;
  /** `Retry-After`, as it was said. */
  readonly retryAfter: string | null;
}

/** At once where it is kept. */
export type Answering = ApiAnswer | Promise<ApiAnswer>;

export interface OwnApiOptions {
  /** Where the API listens, as seen from this process, such as `http://127.0.0.1:3000`; never taken from a request's Host header. */
  readonly origin: string;
  /** Shown to the API, which then asks for no place of its own (`Admission.ownPage`). */
  readonly ownPage: string;
}

/**
 * The API as pages of this process ask it: what it answered a moment ago, or else over the loop-back, with the cookie of
 * whoever the page is for. By `node:http`: `fetch` costs twice as much, and pages ask a lot.
 */
export class OwnApi {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly answers: KeptAnswers,
    private readonly options: OwnApiOptions,
  ) {}

  /** Fails where nothing answers. */
  ask(address: string, cookie: string | undefined): Answering {
    const known = this.answers.recalled(address, cookie === undefined ? 'visitor' : 'resident');
    return known ? { ...known, status: 200, retryAfter: null } : this.get(address, cookie);
  }

  /** How its answer to a visitor is marked now; null where that cannot be said. */
  async tagOf(address: string): Promise<string | null> {
    try {
      const { status, tag } = await this.ask(address, undefined);
      return status === 200 ? tag : null;
    } catch {
      return null;
    }
  }

  private async get(address: string, cookie: string | undefined): Promise<ApiAnswer> {
    try {
      return await this.sent(address, cookie);
    } catch (error) {
      if (!(error instanceof Hung)) throw error;
      return this.sent(address, cookie);
    }
  }

  private async sent(address: string, cookie: string | undefined): Promise<ApiAnswer> {
    const { origin, ownPage } = this.options;
    const headers = { [OWN_PAGE_HEADER]: ownPage, ...(cookie === undefined ? {} : { Cookie: cookie }) };
    const response = await new Promise<IncomingMessage>((answered, failed) => {
      const request = get(origin + address, { agent: this.agent, headers }, answered);
      // A kept connection may be hung up on in the moment in which it is used again; what only reads can be asked once more.
      request.once('error', (error) => failed(request.reusedSocket ? new Hung(error.message) : error));
    });
    const { statusCode = 0, headers: said } = response;
    return {
      status: statusCode,
      text: await text(response),
      tag: said.etag ?? null,
      retryAfter: said['retry-after'] ?? null,
    };
  }
}

/** The connection was one that had served before. */
class Hung extends Error {}
