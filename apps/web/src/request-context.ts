/** What the API answered, of whatever status (`libs/platform/api/site/own-api.ts`). */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  /** Changes with what it says; null where it is not marked. */
  readonly tag: string | null;
  readonly retryAfter: string | null;
}

/** What the API's thread tells a page that is being drawn (`PageContext` in `libs/platform/api/site/site.ts`). */
export interface RequestContext {
  /** Scheme and host as residents see them: for addresses that leave the site. */
  readonly publicUrl: string;
  /** The visitor's own Cookie header, so that the page is rendered as the visitor may see it. */
  readonly cookie: string | undefined;
  /** The time that the page goes by, in milliseconds. */
  readonly now: number;
  /** What the API says at this address to the visitor; null where nothing answers. */
  ask(address: string): Promise<ApiAnswer | null>;
}
