// What is measured of reads, as visitors without a session send them: 50 connections, each page or answer of its own.
import { runLoad } from './load.ts';
import type { Scenario, Stage } from './scenario.ts';
import { HOST, SLUG } from './town.ts';

const CONNECTIONS = 50;
const WORDS = ['bankje', 'straat', 'veilig', 'groen', 'speeltuin', 'fiets', 'school', 'kinderen'];

function get(path: string, accept = 'application/json'): string {
  return `GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 10.1.1.1\r\nAccept: ${accept}\r\n\r\n`;
}

const api = (path: string): string => get(`/api/v1/districts/${SLUG}/${path}`);

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

export const READS: readonly Scenario[] = [
  read('list by votes', 'the first twenty', () => api('proposals?sort=votes&limit=20')),
  read('list, bare http', 'node:http and pg: the same twenty by a join', () => get('/top'), 'bare'),
  read('list newest', 'the first twenty', () => api('proposals?sort=newest&limit=20')),
  read('search', 'eight words in turn, by votes', (n) =>
    api(`proposals?limit=20&q=${WORDS[n % WORDS.length] ?? ''}`),
  ),
  read('one plan', 'every second request is its first arguments', (n) =>
    api(n % 2 === 0 ? 'proposals/1' : 'proposals/1/arguments'),
  ),
  read('many plans', 'each another one', (n, { size }) =>
    api(`proposals/${1 + ((n * 7919) % size.proposals)}`),
  ),
  read('standing', 'of one plan after the other', (n, { size }) =>
    api(`proposals/${1 + ((n * 7919) % size.proposals)}/standing`),
  ),
  read('home page', 'rendered on the server', () => get(`/${SLUG}`, 'text/html')),
];
