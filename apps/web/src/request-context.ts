/** An answer of the API with the mark that changes with what it says. */
export interface KnownAnswer {
  readonly text: string;
  readonly tag: string;
}

/** What the API's thread tells a page that is being drawn (`PageContext` in `libs/platform/api/site/site.ts`). */
export interface RequestContext {
  /** Where the API listens, as seen from this process; never taken from the request's Host header. */
  readonly apiOrigin: string;
  /** Scheme and host as residents see them: for addresses that leave the site. */
  readonly publicUrl: string;
  /** The visitor's own Cookie header, so that the page is rendered as the visitor may see it. */
  readonly cookie: string | undefined;
  /** Shown to the API, so that it takes what the page asks for part of the page; it never leaves this machine. */
  readonly ownPage?: string;
  /**
   * What the API answered at this address a moment ago, as it was sent; null tells to ask. For who shows a cookie only what
   * says the same to everybody.
   */
  readonly kept?: (address: string) => Promise<KnownAnswer | null>;
  /** Where the page notes what it asked the API, and how the answer was marked; null where it was not. */
  readonly asked?: Map<string, string | null>;
  /** The time that the page goes by, in milliseconds. */
  readonly now: number;
}
