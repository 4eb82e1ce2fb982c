// node tools/bench/sign-in-timing.ts: whether the time to ask for a code tells if an address has
// an account. Prints the medians for 200 known and 200 unknown addresses and their difference; S8 asks for under 20 ms.
//
// By hand, since a test that measures time fails on a busy machine. Starts an API and a database of its own; the API
// believes one proxy, so that each request comes from a network of its own and the limits stay out of the way.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildWhenStale } from '../build.ts';
import { mainOf } from '../stamp.ts';
import { testDatabase } from '../test-database.ts';

const ROUNDS = 200;
const PORT = 3999;
const root = join(import.meta.dirname, '../..');
const origin = `http://localhost:${PORT}`;

interface Asked {
  readonly id: string;
  readonly cookie: string;
  readonly milliseconds: number;
}

let networks = 0;

async function post(path: string, body: object, cookie = ''): Promise<Response> {
  networks++;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: {
      origin,
      'content-type': 'application/json',
      'x-forwarded-for': `198.18.${Math.floor(networks / 256)}.${networks % 256}`,
      cookie,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function ask(email: string): Promise<Asked> {
  const started = performance.now();
  const response = await post('/sign-in-requests', { email });
  const { id } = (await response.json()) as { id: string };
  const milliseconds = performance.now() - started;
  return { id, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', milliseconds };
}

/** Signs in, so that the address has an account. */
async function register(email: string): Promise<void> {
  const { id, cookie } = await ask(email);
  const mailbox = (await (await fetch(`${origin}/dev/mail.json`)).json()) as { items: { text: string }[] };
  const text = mailbox.items.find((mail) => mail.text.includes(id))?.text ?? '';
  await post('/session', { requestId: id, code: /^\d{6}$/m.exec(text)?.[0] }, cookie);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

async function measure(): Promise<string> {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < ROUNDS; round++) await register(`known${round}@voorbeeld.example`);
  for (let round = 0; round < ROUNDS; round++) {
    // In turn, so that what slows the machine down slows both down.
    known.push((await ask(`known${round}@voorbeeld.example`)).milliseconds);
    unknown.push((await ask(`other${round}@voorbeeld.example`)).milliseconds);
  }
  const [one, other] = [median(known), median(unknown)];
  const difference = Math.abs(one - other);
  return `known ${one.toFixed(2)} ms, unknown ${other.toFixed(2)} ms, difference ${difference.toFixed(2)} ms (n=${ROUNDS})`;
}

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isReady = await fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(200);
  }
  throw new Error('The API did not become ready.');
}

await buildWhenStale(root, ['api', 'web'], 'keep');
const database = testDatabase(root);
const env = {
  ...process.env,
  BUURTSTEM_MODE: 'test',
  DATABASE_URL: await database.url(),
  HOST: '127.0.0.1',
  PORT: String(PORT),
  PUBLIC_URL: origin,
  ROLES: 'web',
  TRUST_PROXY: '1',
};
const api = spawn(process.execPath, [join(root, mainOf('api'))], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await untilReady();
  console.log(await measure());
} finally {
  api.kill();
  await database.stop();
}
