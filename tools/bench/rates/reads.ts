// What is measured of reads, as visitors without a session send them but for the last two: 50 connections, each page or answer of its own.
import { runLoad } from './load.ts';
import type { Scenario, Stage } from './scenario.ts';
import { HOST, SLUG } from './town.ts';

const CONNECTIONS = 50;
const WORDS = ['bankje', 'straat', 'veilig', 'groen', 'speeltuin', 'fiets', 'school', 'kinderen'];

function get(path: string, accept = 'application/json', cookie?: string): string {
  const signedIn = cookie ? `Cookie: ${cookie}\r\n` : '';
  return `GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 10.1.1.1\r\nAccept: ${accept}\r\n${signedIn}\r\n`;
}

const api = (path: string): string => get(`/api/v1/districts/${SLUG}/${path}`);

const word = (n: number): string => WORDS[n % WORDS.length] ?? '';
const another = (n: number, { proposals }: Stage['size']): number => 1 + ((n * 7919) % proposals);

function read(
  name: string,
  about: string,
  request: (n: number, stage: Stage) => string,
  by?: 'bare',
): Scenario {
  return {
    name,
    about,
    ...(by && { by }),
    run: (stage, _run, seconds) => {
      let count = 0;
      return runLoad({
        port: stage[by ?? 'api'].port,
        connections: CONNECTIONS,
        seconds,
        next: () => request(count++, stage),
      });
    },
  };
}

/** A place in the list that no other request asks for, as the API hands them out. */
const cursor = (n: number): string =>
  Buffer.from(JSON.stringify(['votes', String(Math.floor(n / 10_000) % 7), (n * 7919) % 10_000])).toString(
    'base64url',
  );

export const READS: readonly Scenario[] = [
  read('list by votes', 'the first twenty, from memory', () => api('proposals?sort=votes&limit=20')),
  read('list, bare http', 'node:http and pg: the same twenty by a join', () => get('/top'), 'bare'),
  read('list, never the same', 'twenty from a place that nobody asked for before', (n) =>
    api(`proposals?sort=votes&limit=20&after=${cursor(n)}`),
  ),
  read('list newest', 'the first twenty, from memory', () => api('proposals?sort=newest&limit=20')),
  read('search', 'eight words in turn, by votes, from memory', (n) => api(`proposals?limit=20&q=${word(n)}`)),
  read('search, never the same', 'eight words in turn, with a number', (n) =>
    api(`proposals?limit=20&q=${word(n)}%20-x${n}`),
  ),
  read('one plan', 'every second request is its first arguments, from memory', (n) =>
    api(n % 2 === 0 ? 'proposals/1' : 'proposals/1/arguments'),
  ),
  read('many plans', 'each another one', (n, { size }) => api(`proposals/${another(n, size)}`)),
  read(
    'many plans and arguments',
    'each another one, every second request is its first arguments',
    (n, { size }) => api(`proposals/${another(n >> 1, size)}${n % 2 === 0 ? '' : '/arguments'}`),
  ),
  read('standing', 'of one plan after the other', (n, { size }) =>
    api(`proposals/${another(n, size)}/standing`),
  ),
  read('home page', 'from memory', () => get(`/${SLUG}`, 'text/html')),
  read('home page, drawn', 'each time, from answers in memory', (n) =>
    get(`/${SLUG}?drawn=${n}`, 'text/html'),
  ),
  read('home page, signed in', 'each time, for another resident', (n, { cookies }) =>
    get(`/${SLUG}`, 'text/html', cookies[n % cookies.length]),
  ),
  read(
    'plan page, signed in',
    'one of twenty, as a neighbour’s link opens it, for another resident',
    (n, { cookies }) => get(`/${SLUG}/plannen/${1 + (n % 20)}`, 'text/html', cookies[n % cookies.length]),
  ),
];
