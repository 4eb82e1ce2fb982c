import type { Server } from 'node:http';
import type { Config } from '../config';

/** As long as what stands before us keeps its connections, and a little more, so that we are not the first to hang up. */
const KEPT_FOR_PROXIES_MS = 65_000;
const KEPT_FOR_BROWSERS_MS = 5_000;
/** Who takes nothing of their answer for so long is gone. */
const SILENCE_MS = 120_000;
const LARGE_BODY_FACTOR = 6;

/** What a server without these takes from clients that send a byte a second, or nothing: everything. */
export function limitServer(
  server: Server,
  { load, trustedProxies }: Pick<Config, 'load' | 'trustedProxies'>,
): void {
  server.maxConnections = load.maxConnections;
  server.headersTimeout = load.headersWithinMs;
  // Of the slowest body that is allowed; most are ended earlier (see `Admission`).
  server.requestTimeout = load.headersWithinMs + load.bodyWithinMs * LARGE_BODY_FACTOR;
  server.keepAliveTimeout = trustedProxies > 0 ? KEPT_FOR_PROXIES_MS : KEPT_FOR_BROWSERS_MS;
  server.timeout = SILENCE_MS;
  // How often it looks for those is an option when a server is made, and Nest makes it; it is read when it listens.
  Object.assign(server, { connectionsCheckingInterval: Math.min(5_000, load.headersWithinMs / 2) });
}
