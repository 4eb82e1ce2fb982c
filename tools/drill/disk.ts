import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { letPostgresThrough } from '../temporary-postgres.ts';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import { Stage } from './stage.ts';
import { Voters } from './voters.ts';

const REFUSALS = { short: 40, full: 200 } as const satisfies Record<Size, number>;
const WITHIN_MS = 30_000;

/** Votes while the database can write nothing; then it can again. */
async function whileFull(
  stage: Stage,
  size: Size,
  did: string,
  fill: () => Promise<unknown>,
  empty: () => Promise<unknown>,
  hasty = false,
): Promise<Outcome> {
  const town = await stage.people(200, 40);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: 20, hasty });
  const complaints: string[] = [];
  try {
    voters.start();
    await voters.acknowledge(50);
    await fill();
    // Those under way may still get through.
    await wait(500);
    const [refused, acknowledged] = [voters.tally.refused, voters.tally.acknowledged.length];
    const deadline = performance.now() + WITHIN_MS;
    while (
      voters.tally.refused + voters.tally.broken < refused + REFUSALS[size] &&
      performance.now() < deadline
    )
      await wait(10);
    const meanwhile = voters.tally.acknowledged.length - acknowledged;
    if (meanwhile > 0) complaints.push(`${meanwhile} votes were acknowledged that could not be written`);
    if (voters.tally.refused === refused) complaints.push('nobody was told to come back');
  } finally {
    await empty();
  }
  await voters.acknowledge(50);
  const tally = await voters.stop();
  if (!(await voters.settle())) complaints.push('who asked again was not helped');
  return judge(stage, town, tally, did, { complaints });
}

function readOnly(stage: Stage, size: Size, did: string, hasty = false): Promise<Outcome> {
  const set = async (value: 'on' | 'off'): Promise<void> => {
    await stage.database.sql(`alter system set default_transaction_read_only = ${value}`);
    await stage.database.sql('select pg_reload_conf()');
  };
  // `alter system` is no transaction, so it works on a database that can only be read as well.
  return whileFull(
    stage,
    size,
    did,
    () => set('on'),
    () => set('off'),
    hasty,
  );
}

export const F10: Drill = {
  name: 'F10',
  fault: 'the database can only be read',
  run: (stage, size) => readOnly(stage, size, 'default_transaction_read_only = on, and off again'),
  control: {
    without: 'waiting for the commit before saying yes',
    run: (stage) => readOnly(stage, 'short', 'the same, votes called cast when sent', true),
  },
};

const DISK_MB = 320;

/** A disk of its own that can be filled up; null where we may not mount one. */
export async function onSmallDisk<T>(
  root: string,
  work: (stage: Stage, folder: string) => Promise<T>,
): Promise<T | null> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtstem-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  try {
    letPostgresThrough(folder);
    const stage = await Stage.open({ root, folder: join(folder, 'postgres') });
    try {
      return await work(stage, folder);
    } finally {
      await stage.close();
    }
  } finally {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills what is left of the disk, to the last block. `hasty` voters take a vote for cast when it was sent: the control. */
export async function fullDisk(stage: Stage, size: Size, folder: string, hasty = false): Promise<Outcome> {
  const ballast = join(folder, 'ballast');
  const fill = async (): Promise<void> => {
    const file = openSync(ballast, 'w');
    const block = Buffer.alloc(64 * 1024);
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
    // The files of the database still have room in their last blocks, and the log in its last file: use that up.
    await stage.database.sql('select pg_switch_wal()').catch(() => undefined);
  };
  const empty = async (): Promise<void> => {
    rmSync(ballast);
    await stage.database.reviveWhenDown();
    await stage.api.untilReady();
  };
  const did = hasty
    ? 'the same, votes called cast when sent'
    : 'a disk that is full to the last block, and emptied again';
  return whileFull(stage, size, did, fill, empty, hasty);
}
