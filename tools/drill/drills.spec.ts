import { join } from 'node:path';
import { buildWhenStale } from '../build.ts';
import { F5 } from './clock.ts';
import { F10 } from './disk.ts';
import type { Drill, Outcome } from './drill.ts';
import { F6 } from './frozen.ts';
import { F7 } from './identical.ts';
import { F1, F2 } from './kills.ts';
import { R5 } from './load.ts';
import { F11 } from './mail.ts';
import { F8 } from './rolling.ts';
import { Stage } from './stage.ts';

// The drills in short, with the controls that take seconds; `npm run drill` does all of it, more often and for longer.

const root = join(__dirname, '../..');
let stage: Stage;

beforeAll(async () => {
  await buildWhenStale(root, ['api', 'web'], 'keep');
  stage = await Stage.open({ root });
}, 600_000);
afterAll(() => stage.close());

const ALL_IS_WELL = { lost: 0, complaints: [] };
const short = (drill: Drill): Promise<Outcome> => drill.run(stage, 'short');
const control = (drill: Drill): Promise<Outcome> => drill.control.run(stage, 'short');

describe('no acknowledged vote is lost', () => {
  it('R1, F1: when the API is killed in the middle of votes', async () => {
    expect(await short(F1)).toMatchObject(ALL_IS_WELL);
  });

  it('F1: but some are when a vote is called cast before its commit (control)', async () => {
    const { lost } = await control(F1);
    expect(lost).toBeGreaterThan(0);
  });

  it('R1, F2: when the database is killed in the middle of votes', async () => {
    expect(await short(F2)).toMatchObject(ALL_IS_WELL);
  });

  it('F5: when the clock of the API jumps by an hour; the clock of the database decides', async () => {
    expect(await short(F5)).toMatchObject(ALL_IS_WELL);
  });

  it('F6: when the database does not answer for a while; everybody is told so in time, and it mends by itself', async () => {
    expect(await short(F6)).toMatchObject(ALL_IS_WELL);
  });

  it('R8, F8: when processes are replaced; and no request fails', async () => {
    expect(await short(F8)).toMatchObject(ALL_IS_WELL);
  });

  it('F10: when the database can only be read; votes are refused with 503', async () => {
    expect(await short(F10)).toMatchObject(ALL_IS_WELL);
  });

  it('F10: but some are when a vote is called cast before its commit (control)', async () => {
    const { lost } = await control(F10);
    expect(lost).toBeGreaterThan(0);
  });

  it('F11: when the mail server does not answer; votes do not wait for it', async () => {
    expect(await short(F11)).toMatchObject(ALL_IS_WELL);
  });

  it('R5: when far more come at once than there is room for; some are sent away and come back', async () => {
    expect(await short(R5)).toMatchObject(ALL_IS_WELL);
  });

  it('S2, F7: of fifty identical votes at once, and of votes and withdrawals through each other', async () => {
    expect(await short(F7)).toMatchObject(ALL_IS_WELL);
  });

  // The last two leave a database behind that nobody can use any more.
  it('R1, F2: but some are without synchronous_commit (control)', async () => {
    const { lost } = await control(F2);
    expect(lost).toBeGreaterThan(0);
  });

  it('F7: and nothing but the unique key of the urn keeps one resident to one vote (control)', async () => {
    const { complaints } = await control(F7);
    expect(complaints).not.toEqual([]);
  });
});
