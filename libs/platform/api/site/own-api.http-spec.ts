import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeptAnswers } from './kept-answers';
import { OwnApi } from './own-api';

describe('the API as pages of this process ask it', () => {
  let server: Server;
  let origin: string;
  let asked: IncomingMessage[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let kept: Record<string, string>;

  beforeEach(async () => {
    [asked, kept] = [[], {}];
    answer = (_request, response) => void response.setHeader('ETag', 'W/"now"').end('{"a":1}');
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });

  const api = (where = origin): OwnApi =>
    new OwnApi(
      {
        recalled: (address: string, reader: string) => {
          const text = kept[`${reader} ${address}`];
          return text === undefined ? null : { text, tag: 'W/"kept"' };
        },
      } as KeptAnswers,
      { origin: where, ownPage: 'a word' },
    );

  it('answers at once what is kept for this reader', () => {
    kept = { 'visitor /api/v1/plans': '[1]', 'resident /api/v1/plans': '[2]' };
    const known = { status: 200, tag: 'W/"kept"', retryAfter: null };
    expect(api().ask('/api/v1/plans', undefined)).toEqual({ ...known, text: '[1]' });
    expect(api().ask('/api/v1/plans', 'buurtstem=laura')).toEqual({ ...known, text: '[2]' });
    expect(asked).toEqual([]);
  });

  it('asks for all else with the cookie of the reader and its own word', async () => {
    const said = await api().ask('/api/v1/plans?sort=votes', 'buurtstem=laura');
    expect(said).toEqual({ status: 200, text: '{"a":1}', tag: 'W/"now"', retryAfter: null });
    expect(asked[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/plans?sort=votes',
      headers: { cookie: 'buurtstem=laura', 'x-own-page': 'a word' },
    });
    await api().ask('/api/v1/plans', undefined);
    expect(asked[1]?.headers).not.toHaveProperty('cookie');
  });

  it('tells a refusal as the API said it, with when to come back', async () => {
    answer = (_request, response) =>
      void response.writeHead(503, { 'Retry-After': '4' }).end('{"code":"temporarily-unavailable"}');
    expect(await api().ask('/api/v1/plans', undefined)).toEqual({
      status: 503,
      text: '{"code":"temporarily-unavailable"}',
      tag: null,
      retryAfter: '4',
    });
  });

  it('fails where nothing answers, or where the answer breaks off', async () => {
    await expect(api('http://127.0.0.1:1').ask('/api/v1/plans', undefined)).rejects.toThrow();
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': '7' }).write('{"a"');
      setImmediate(() => response.destroy());
    };
    await expect(api().ask('/api/v1/plans', undefined)).rejects.toThrow();
  });

  it('asks once more where a connection that had served was hung up on, and no oftener', async () => {
    const own = api();
    await own.ask('/api/v1/plans', undefined);
    const ports = new Set([asked[0]?.socket.remotePort]);
    answer = ({ socket }, response) => {
      if (ports.has(socket.remotePort)) return void socket.destroy();
      response.end('{"a":2}');
    };
    expect(await own.ask('/api/v1/plans', undefined)).toMatchObject({ text: '{"a":2}' });
    answer = ({ socket }) => void socket.destroy();
    await expect(api().ask('/api/v1/plans', undefined)).rejects.toThrow();
    expect(asked).toHaveLength(4);
  });

  it('marks an answer to a visitor as it is kept, or as the API says; not where it refuses or does not answer', async () => {
    kept = { 'visitor /api/v1/kept': '[1]' };
    expect(await api().tagOf('/api/v1/kept')).toBe('W/"kept"');
    expect(await api().tagOf('/api/v1/plans')).toBe('W/"now"');
    answer = (_request, response) => void response.setHeader('ETag', '"x"').writeHead(404).end('{}');
    expect(await api().tagOf('/api/v1/plans')).toBeNull();
    expect(await api('http://127.0.0.1:1').tagOf('/api/v1/plans')).toBeNull();
  });
});
