import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { S3Settings } from './s3-settings';

/** An S3 server in a process of its own, with one empty bucket, for specs. */
export async function startS3(): Promise<{ settings: S3Settings; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtstem-s3-'));
  const program = join(dirname(createRequire(__filename).resolve('s3rver/package.json')), 'bin/s3rver.js');
  const args = ['--silent', '-d', folder, '-a', '127.0.0.1', '-p', '0', '--configure-bucket', 'media'];
  const server = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const port = await portIn(createInterface(server.stdout));
  if (port === null) {
    await stop();
    throw new Error('The S3 server ended without saying where it listens.');
  }
  // It knows one key.
  const settings = {
    bucket: 'media',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  };
  return { settings, stop };
}

async function portIn(lines: AsyncIterable<string>): Promise<number | null> {
  for await (const line of lines) {
    const port = /listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  return null;
}
