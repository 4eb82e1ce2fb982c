import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTestDatabase, type TestDatabase } from '@buurtstem/platform-api/testing';
import { Client } from 'pg';
import { appoint, checkStandings, foundDistrict, importMap, recordBounces, setRules } from '../src/operate';

const WEST = {
  slug: 'west',
  name: 'West',
  municipality: 'Voorbeeldstad',
  neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
};

describe('an operator at the command line', () => {
  let folder: string;
  let database: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'buurtstem-operate-spec-'));
    database = await createTestDatabase();
    env = { BUURTSTEM_MODE: 'test', DATABASE_URL: database.url };
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const file = (content: unknown): string => {
    const path = join(folder, 'input.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const rows = async (sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('S23: founds a district that nobody can vote in before it has rules', async () => {
    expect(await foundDistrict(file(WEST), env)).toMatch(/Nobody can vote/);
    expect(await rows('select slug from district')).toEqual([{ slug: 'west' }]);
    expect(await rows('select from rulebook')).toEqual([]);
    expect(await rows('select from round')).toEqual([]);
    expect(await rows('select from account')).toEqual([]);
  });

  it('S23: opens the first round with the first rules', async () => {
    expect(await setRules('west', file({ identityLevel: 0, threshold: 40 }), env)).toMatch(/version 1/);
    expect(await rows(`select settings->'threshold' as threshold from rulebook`)).toEqual([
      { threshold: 40 },
    ]);
    expect(await rows(`select number from round where state = 'open'`)).toEqual([{ number: 1 }]);
    expect(await setRules('west', file({ identityLevel: 1 }), env)).toMatch(
      /^Round 1 is open and ends under version 1, on \d{4}-\d\d-\d\d 16:00 \(Europe\/Amsterdam\)\. Version 2 takes effect from round 2, which is counted on \d{4}-\d\d-\d\d 16:00/,
    );
    const ended = { kind: 'list', dates: ['2020-01-07 16:00'], timeZone: 'Europe/Amsterdam' };
    expect(await setRules('west', file({ identityLevel: 1, countRule: ended }), env)).toMatch(
      /Version 3 takes effect after it; no count is planned then: the list of dates has ended/,
    );
    expect(await rows(`select number from round where state = 'planned'`)).toEqual([]);
    await rows(`update round set state = 'counted'`);
    expect(await setRules('west', file({ identityLevel: 1, countRule: ended }), env)).toMatch(
      /under version 4 of its rules\. No count is planned/,
    );
    await rows(`update round set state = 'open'`);
    expect(await rows(`select rulebook_version from round where state = 'open'`)).toEqual([
      { rulebook_version: 1 },
    ]);
  });

  it('founds a district with rules in one go', async () => {
    const east = { ...WEST, slug: 'oost', name: 'Oost', rules: { identityLevel: 2 } };
    expect(await foundDistrict(file(east), env)).toMatch(/version 1/);
  });

  it.each([
    ['not JSON', '{', /is not JSON/],
    ['no object', [], /one JSON object/],
    [
      'nothing in it',
      {},
      /"slug" is missing; "name" is missing; "municipality" is missing; "neighbourhoods"/,
    ],
    ['an address that is none', { ...WEST, slug: 'West!' }, /small letters/],
    ['an address that the site has for something else', { ...WEST, slug: 'embed' }, /may not be/],
    ['an unknown field', { ...WEST, colour: 'red' }, /"colour" is not known/],
    ['a theme that is none', { ...WEST, theme: 3 }, /"theme" is missing/],
    [
      'neighbourhoods without names',
      { ...WEST, neighbourhoods: [{ slug: 'x' }] },
      /"neighbourhoods" must be/,
    ],
    [
      'a neighbourhood twice',
      { ...WEST, neighbourhoods: [...WEST.neighbourhoods, ...WEST.neighbourhoods] },
      /a slug twice/,
    ],
    ['rules with mistakes', { ...WEST, rules: { chances: 0 } }, /"rules.identityLevel".*"rules.chances"/],
    ['a district that exists', WEST, /there is a district "west" already/],
  ])('is told what is wrong with a file: %s', async (_, content, mistake) => {
    await expect(foundDistrict(file(content), env)).rejects.toThrow(mistake);
  });

  it('appoints the first administrator, by invitation: there is no account that somebody else knows of', async () => {
    expect(await appoint('west', 'Ingrid@Gmail.com', env)).toMatch(/is invited by mail/);
    expect(await rows('select email_canonical, role, invited_by from staff_invitation')).toEqual([
      { email_canonical: 'ingrid@gmail.com', role: 'administrator', invited_by: null },
    ]);
    expect(await rows('select from account')).toEqual([]);
    expect(await rows(`select actor_name, action, result from audit_entry where phase = 'finished'`)).toEqual(
      [{ actor_name: 'operator', action: 'appointAdministrator', result: 'done' }],
    );
    expect(await appoint('west', 'ingrid@gmail.com', env)).toMatch(/an open invitation/);
    await expect(appoint('zuid', 'ingrid@gmail.com', env)).rejects.toThrow(/no such district/);
    await expect(appoint('west', 'ingrid', env)).rejects.toThrow(/not a valid e-mail address/);
  });

  it('is told what is wrong with rules, districts and settings, and nothing changes', async () => {
    const before = await rows('select from rulebook');
    await expect(setRules('west', file({}), env)).rejects.toThrow(/"identityLevel" must be stated/);
    await expect(setRules('zuid', file({ identityLevel: 0 }), env)).rejects.toThrow(/no district "zuid"/);
    await expect(setRules('west', join(folder, 'none.json'), env)).rejects.toThrow(/no such file/);
    await expect(setRules('west', file({ identityLevel: 0 }), {})).rejects.toThrow(/DATABASE_URL is missing/);
    expect(await rows('select from rulebook')).toHaveLength(before.length);
  });

  it('hands in what comes to the address of the bounces, and reads what was made of it', async () => {
    const record = (text: string): Promise<string> => recordBounces(Readable.from([Buffer.from(text)]), env);
    expect(await record('Subject: Reclame\n\nKoop nu.')).toMatch(/not a delivery status notification/);
    const report = (action: string): string =>
      [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        'Final-Recipient: rfc822; laura@voorbeeld.example',
        `Action: ${action}`,
        'Status: 5.1.1',
        '',
        '--b--',
      ].join('\n');
    expect(await record(report('delayed'))).toMatch(/no delivery that failed/);
    expect(await record(report('failed'))).toMatch(/not about a mail that was sent from here/);
    await expect(record('x'.repeat(1_000_001))).rejects.toThrow('too long for a report');
    expect(await rows('select from mail_bounce')).toEqual([]);
  });

  it('imports the map of a district, and nothing of a file with a mistake in it', async () => {
    const square = (x: number) => [
      [x, 52],
      [x + 1, 52],
      [x + 1, 53],
      [x, 52],
    ];
    const collection = (name: string, x: number) => ({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [square(x)] } },
      ],
    });
    const kept = () => rows('select areas from district_map');
    const molenwijk = { neighbourhood: 'molenwijk', polygons: [[square(4)]] };
    expect(await importMap('west', file(collection('Molenwijk', 4)), env)).toMatch(/a map of 1 shape\./);
    expect(await kept()).toEqual([{ areas: [molenwijk] }]);
    await expect(importMap('west', file(collection('Centrum', 5)), env)).rejects.toThrow(
      'no neighbourhood of this name',
    );
    await expect(importMap('west', file('{'), env)).rejects.toThrow('is not JSON');
    await expect(importMap('west', file(`"${'x'.repeat(5_000_000)}"`), env)).rejects.toThrow(
      'larger than 5 MB',
    );
    await expect(importMap('noord', file(collection('Molenwijk', 5)), env)).rejects.toThrow(
      'no district "noord"',
    );
    expect(await kept()).toEqual([{ areas: [molenwijk] }]);
    await importMap('west', file(collection('molenwijk', 6)), env);
    expect(await kept()).toEqual([{ areas: [{ ...molenwijk, polygons: [[square(6)]] }] }]);
  });

  it('checks the kept standings against the ballots', async () => {
    expect(await checkStandings('west', env)).toBe('The standings of "west" are what its ballots say.');
    await rows(
      `insert into account (id, email, email_canonical, created_at, last_seen_at)
       values (gen_random_uuid(), 'a@voorbeeld.example', 'a@voorbeeld.example', now(), now())`,
    );
    await rows(
      `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
         published_at, created_at, updated_at)
       select 1, gen_random_uuid(), 7, 'plan', '', '', '', id, '', 'open', now(), now(), now()
       from account where email = 'a@voorbeeld.example'`,
    );
    await rows('update standing_summary set votes_for = 3 where identity_level = 1');
    await expect(checkStandings('west', env)).rejects.toThrow(
      'proposal 7, identity level 1: kept 3 for, 0 against; the ballots say 0 for, 0 against',
    );
  });
});
