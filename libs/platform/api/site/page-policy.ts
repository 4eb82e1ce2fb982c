import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
/** Starts to remember presses until the scripts have come; which kinds of press differs from page to page. */
const START_OF_REPLAY =
  /^window\.__jsaction_bootstrap\(document\.body,"ng",\[(?:"[a-z]+",?)*\],\[(?:"[a-z]+",?)*\]\);$/;

/**
 * The content security policy of pages. A script within a page may run when its hash is in the policy, and a hash gets
 * into the policy only for scripts that the build wrote: whatever else found its way into a page stays text.
 */
export class PagePolicy {
  private readonly hashes = new Map<string, string>();

  constructor(
    private readonly ownScripts: ReadonlySet<string>,
    private readonly imageOrigins: readonly string[] = [],
  ) {}

  /** Knows the scripts in every frame of a page (`index.server.html`) of a built server. */
  static ofBuild(serverDir: string, imageOrigins: readonly string[] = []): PagePolicy {
    const frames = readdirSync(serverDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('index.server.html'),
    );
    const scripts = frames.flatMap((file) => scriptsIn(readFileSync(join(serverDir, file), 'utf8')));
    return new PagePolicy(new Set(scripts), imageOrigins);
  }

  /** What the policy says of this page. */
  of(html: string): string {
    const own = scriptsIn(html).filter((text) => this.ownScripts.has(text) || START_OF_REPLAY.test(text));
    return policy({ scripts: own.map((text) => this.hashOf(text)), imageOrigins: this.imageOrigins });
  }

  private hashOf(text: string): string {
    const known = this.hashes.get(text) ?? sourceOf(text);
    this.hashes.set(text, known);
    return known;
  }
}

interface Allowed {
  readonly scripts?: readonly string[];
  readonly imageOrigins?: readonly string[];
}

function policy({ scripts = [], imageOrigins = [] }: Allowed): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(scripts)].join(' '),
    "style-src 'self'",
    ["img-src 'self' data:", ...imageOrigins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

function scriptsIn(html: string): string[] {
  return [...html.matchAll(SCRIPT)].map(([, text]) => text ?? '').filter(Boolean);
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
