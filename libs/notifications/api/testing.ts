import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { SESSION_HANDLERS } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';

/** Nobody signs in here: the specs of this room are about mail. */
@Module({ providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
export class NobodyModule {}

export interface TakenMail {
  readonly to: string[];
  readonly raw: string;
}

/** A mail server that takes or refuses what it is sent, and remembers it; it can be away for a while. */
export class TestMailServer {
  readonly taken: TakenMail[] = [];
  /** The answer to a recipient, such as `550 5.1.1 No such user`; null takes the mail. */
  answerTo: (address: string) => string | null = () => null;
  private server: SMTPServer | null = null;

  private constructor(private port: number) {}

  static async start(): Promise<TestMailServer> {
    const mailServer = new TestMailServer(0);
    await mailServer.listen();
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async listen(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const answer = this.answerTo(address);
        if (answer === null) return done();
        done(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.taken.push({ to, raw: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
    this.server = server;
    this.port = await new Promise<number>((resolve, reject) => {
      server.on('error', reject);
      const listener = server.listen(this.port, '127.0.0.1', () => {
        const bound = listener.address();
        resolve(typeof bound === 'object' && bound ? bound.port : 0);
      });
    });
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((done) => server.close(done));
  }
}

/** The words of a mail as a reader sees them: quoted-printable undone, and the head of it too. */
export function readable({ raw }: TakenMail): string {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The value of a field in the head of a mail. */
export function headerOf({ raw }: TakenMail, name: string): string | null {
  const head = (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null;
}

/** District West, and so many people with a mailbox. */
export async function mailboxes(db: DataSource, count: number): Promise<ResidentId[]> {
  await db.query(
    `insert into district (id, slug, name, municipality, created_at)
     values (1, 'west', 'West', 'Voorbeeldstad', now()) on conflict do nothing`,
  );
  const rows = await db.query<{ id: ResidentId }[]>(
    `insert into account (id, email, email_canonical, created_at, last_seen_at)
     select id, email, email, now(), now()
     from (select gen_random_uuid() as id, gen_random_uuid() || '@voorbeeld.example' as email
           from generate_series(1, $1)) as made
     returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** An open plan of somebody in West. */
export async function planOf(
  db: DataSource,
  submitter: ResidentId,
  number: number,
  title: string,
): Promise<string> {
  const id = randomUUID();
  await db.query(
    `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name,
       state, published_at, created_at, updated_at)
     values (1, $1, $2, 'plan', $3, '', '', $4, 'Charlie', 'open', now(), now(), now())`,
    [id, number, title, submitter],
  );
  return id;
}
