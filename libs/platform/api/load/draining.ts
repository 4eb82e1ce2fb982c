import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { Config } from '../config';
import { Capacity } from './capacity';

/** Whatever still runs by then is cut off: orchestrators kill after ten seconds or more. */
const LONGEST_GOODBYE_MS = 6_000;

/**
 * The end of a process in which nobody loses an answer: first it says that it is not ready, and hangs up after each answer;
 * whoever shares out the requests sends the next elsewhere. Then it lets nobody new in, and finishes what it has.
 */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly capacity: Capacity,
    private readonly host: HttpAdapterHost,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.capacity.drain();
    if (this.config.load.drainMs > 0) await wait(this.config.load.drainMs);
    const server = this.host.httpAdapter?.getHttpServer() as Server | undefined;
    // Closing waits for every connection, and a client that sends a byte a second never ends.
    if (server) setTimeout(() => server.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
  }
}
