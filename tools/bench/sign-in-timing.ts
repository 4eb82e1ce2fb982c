// node tools/bench/sign-in-timing.ts: whether the time to ask for a code tells if an address has
// an account. Prints the medians for 200 known and 200 unknown addresses and their difference; S8 asks for under 20 ms.
//
// By hand, since a test that measures time fails on a busy machine. Starts an API and a database of its own; the API
// believes one proxy, so that each request comes from a network of its own and the limits stay out of the way.
import { origin, withApi } from './serve.ts';

const ROUNDS = 200;

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

await withApi(async () => console.log(await measure()), { TRUST_PROXY: '1' });
