import { request } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import type { Stage } from './stage.ts';
import { Voters } from './voters.ts';

const VOTES = { short: 100, full: 1_000 } as const satisfies Record<Size, number>;
const SIGN_INS = 20;
const WITHIN_MS = 60_000;
const CONTROL_WITHIN_MS = 12_000;

/** A mail server that lets everybody in and then says nothing: worse than one that is not there. */
async function silentMailServer(): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as { port: number };
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port, close };
}

/** Votes while people who want to sign in wait for mail that does not come. */
async function withoutMail(stage: Stage, size: Size, did: string, withinMs = WITHIN_MS): Promise<Outcome> {
  const mail = await silentMailServer();
  await stage.restartApi({ SMTP_URL: `smtp://127.0.0.1:${mail.port}` });
  const town = await stage.people(200, 20);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: 20 });
  try {
    for (let nth = 0; nth < SIGN_INS; nth += 1) askForCode(stage, nth);
    voters.start();
    await voters.acknowledge(VOTES[size], withinMs);
  } finally {
    await voters.stop();
    mail.close();
  }
  const { tally } = voters;
  const complaints = tally.acknowledged.length < VOTES[size] ? ['votes came in too slowly'] : [];
  if (!(await voters.settle())) complaints.push('who asked again was not helped');
  const outcome = await judge(stage, town, tally, did, { complaints });
  await stage.restartApi();
  return outcome;
}

/** Nobody waits for what is answered. */
function askForCode(stage: Stage, nth: number): void {
  const body = JSON.stringify({ email: `drill-${nth}@voorbeeld${nth}.example` });
  const asked = request({
    host: '127.0.0.1',
    port: stage.api.port,
    agent: false,
    method: 'POST',
    path: '/api/v1/sign-in-requests',
    headers: { Origin: 'http://drill.example', 'Content-Type': 'application/json' },
  });
  asked.on('response', (response) => response.resume());
  asked.on('error', () => undefined);
  asked.end(body);
}

export const F11: Drill = {
  name: 'F11',
  fault: 'the mail server does not answer',
  run: (stage, size) => withoutMail(stage, size, `${VOTES[size]} votes while ${SIGN_INS} wait for mail`),
  control: {
    without: 'a vote that sends no mail',
    async run(stage) {
      await stage.database.sql(
        `create function wait_for_mail() returns trigger language plpgsql as $$
         begin perform pg_sleep(8); return new; end $$`,
      );
      await stage.database.sql(
        'create trigger wait_for_mail before insert on ballot_ledger for each row execute function wait_for_mail()',
      );
      return withoutMail(stage, 'short', 'the same, each vote waits for its mail', CONTROL_WITHIN_MS);
    },
  },
};
