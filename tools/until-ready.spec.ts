import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { untilReady } from './until-ready.ts';

describe('a program is ready', () => {
  let server: Server;
  let port: number;
  let onAsked: () => void;

  beforeEach(async () => {
    onAsked = () => undefined;
    server = createServer((_request, response) => {
      onAsked();
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => server.close());

  it('once it says so', async () => {
    await untilReady(port, { withinMs: 10_000, everyMs: 5, isOver: () => false });
  });

  it('not when it has ended, though whoever has its port says so', async () => {
    let hasEnded = false;
    onAsked = () => (hasEnded = true);
    await expect(untilReady(port, { withinMs: 10_000, everyMs: 5, isOver: () => hasEnded })).rejects.toThrow(
      'The API ended before it was ready.',
    );
  });
});
