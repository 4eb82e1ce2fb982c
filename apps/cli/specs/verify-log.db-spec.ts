import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModerationLog, ReadLog } from '@buurtstem/discussion-api';
import type { LogLine } from '@buurtstem/discussion-domain';
import { FoundDistrict } from '@buurtstem/districts-api';
import { createTestDatabase, testConfig, type TestDatabase } from '@buurtstem/platform-api/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { inApplication } from '../src/application';
import { readHead, verifyLogOf } from '../src/verify-log';

const LINES = 7;

describe('verify-log', () => {
  let folder: string;
  let database: TestDatabase;
  let env: Record<string, string>;
  let published: LogLine[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'buurtstem-verify-log-spec-'));
    database = await createTestDatabase();
    env = { BUURTSTEM_MODE: 'test', DATABASE_URL: database.url };
    published = await inApplication(testConfig(database.url), async (app) => {
      const districtId = await app.get(FoundDistrict).execute({
        slug: 'west',
        name: 'West',
        municipality: 'Voorbeeldstad',
        theme: 'west',
        neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
      });
      for (let n = 1; n <= LINES; n += 1) {
        await app.get(DataSource).transaction((em) =>
          app.get(ModerationLog).append(em, districtId, {
            act: n % 2 ? 'hidden' : 'kept',
            subject: 'argument',
            proposalNumber: n,
            caseNumber: n,
            reason: 'irrelevant',
            explanation: `Dit gaat niet over het plan, maar over café ‘De Brug’ (${n}).`,
            at: new Date(Date.UTC(2026, 10, n, 12, 0, 0, 123)),
          }),
        );
      }
      return app.get(ReadLog).every(districtId);
    });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const file = (content: unknown): { file: string } => {
    const path = join(folder, 'log.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return { file: path };
  };
  const asOwner = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    // Only who owns the database can do this, and only by switching the guard off.
    await client.query('alter table moderation_log disable trigger all');
    await client.query(sql);
    await client.query('alter table moderation_log enable trigger all');
    await client.end();
  };

  it('recomputes the log of a district, and the same from downloaded pages', async () => {
    const said = await verifyLogOf({ district: 'west' }, null, env);
    expect(said).toBe(`7 lines, all of them as they were written. Head: 7:${published.at(-1)?.hash}`);
    const newestFirst = [...published].reverse();
    expect(await verifyLogOf(file(newestFirst), null)).toBe(said);
    const pages = [{ items: newestFirst.slice(0, 4) }, { items: newestFirst.slice(4) }];
    expect(await verifyLogOf(file(pages), null)).toBe(said);
  });

  it('finds any one changed byte', async () => {
    const text = JSON.stringify(published);
    // Every character of the third line's values, one at a time; a letter stays a letter, so the file stays JSON.
    const third = JSON.stringify(published[2]);
    const start = text.indexOf(third);
    let tried = 0;
    for (let i = 0; i < third.length; i += 1) {
      const byte = third[i]!;
      if (!/[a-z0-9]/.test(byte) || isInKey(third, i)) continue;
      const other = byte === '1' ? '2' : byte === 'a' ? 'b' : /\d/.test(byte) ? '1' : 'a';
      const changed = text.slice(0, start + i) + other + text.slice(start + i + 1);
      await expect(verifyLogOf(file(changed), null)).rejects.toThrow(/^The log is broken at line \d+: /);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('finds a line that was taken out, and two that changed places', async () => {
    await expect(verifyLogOf(file(published.filter((_, index) => index !== 3)), null)).rejects.toThrow(
      'The log is broken at line 4: missing.',
    );
    const swapped = published.map((line) =>
      line.position === 2 ? { ...line, position: 3 } : line.position === 3 ? { ...line, position: 2 } : line,
    );
    await expect(verifyLogOf(file(swapped), null)).rejects.toThrow('The log is broken at line 2');
  });

  it('finds a tail that was cut off, and another log, by a head that was kept', async () => {
    const head = readHead(`7:${published[6]!.hash}`);
    await expect(verifyLogOf(file(published.slice(0, 5)), head)).rejects.toThrow(
      'The log is cut off: it holds 5 lines, and had 7 before.',
    );
    await expect(verifyLogOf(file(published), { ...head, position: 6 })).rejects.toThrow('is another one');
    expect(await verifyLogOf(file(published), head)).toMatch(/^7 lines/);
  });

  it('refuses what is no log, naming what is wrong', async () => {
    await expect(verifyLogOf(file('{'), null)).rejects.toThrow(/is not JSON/);
    await expect(verifyLogOf(file([{ position: 1 }, published[1]]), null)).rejects.toThrow(
      /entry 1 is no line of a log/,
    );
    await expect(verifyLogOf({ file: join(folder, 'nothing.json') }, null)).rejects.toThrow(/no such file/);
    await expect(verifyLogOf({ district: 'oost' }, null, env)).rejects.toThrow(/no district "oost"/);
    expect(() => readHead('7')).toThrow(/is not POSITION:HASH/);
  });

  it('finds what the owner of the database changed in it', async () => {
    await asOwner(
      `update moderation_log set explanation = replace(explanation, 'niet', 'wel') where position = 5`,
    );
    await expect(verifyLogOf({ district: 'west' }, null, env)).rejects.toThrow(
      'The log is broken at line 5: altered.',
    );
  });
});

/** Whether the character belongs to the name of a field, or to a word of JSON itself. */
function isInKey(json: string, at: number): boolean {
  return [...json.matchAll(/"\w+":|\bnull\b/g)].some(
    ({ index, 0: found }) => at >= index && at < index + found.length,
  );
}
