import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfText } from '@buurtstem/platform-api/testing';
import { FraudScene, REASON } from './fraud-scene';
import { West } from './west';

interface Count {
  version: number;
  reportNumber: number;
  sha256: string;
  reason: string;
  supersedes: number | null;
  supersededBy: number | null;
  exclusions: object[];
  winner: { number: number } | null;
}
interface Summary {
  version: number;
  reportNumber: number;
  sha256: string;
  reason: string;
}

describe('V12: the report of a count over HTTP', () => {
  let west: West;
  let bench: number;
  let bridge: number;
  const address = '/districts/west/rounds/1';

  beforeAll(async () => {
    west = await West.open();
    const desk = await FraudScene.of(west);
    bench = await west.proposal('Bankjes langs het Molenpad');
    bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await desk.votesFrom('club.example', 3, bench);
    await desk.votesFrom('own.example', 2, bridge);
    await desk.votesFrom('other.example', 1, bridge);
    await desk.hold('other.example', bridge);
    await west.meeting();
    await desk.count();
    await desk.takeOut('club.example', bench, 3);
  });
  afterAll(() => west.close());

  const reader = () => west.test.browser();
  const bytesOf = async (path: string): Promise<{ response: Response; bytes: Buffer }> => {
    const response = await fetch(`${west.test.url}/api/v1${path}`);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('says which report it is, what it takes the place of and why, and what was left out for which reason', async () => {
    const { body } = await reader().get<Count>(`${address}/count`);
    expect(body).toMatchObject({
      version: 2,
      reportNumber: 2,
      supersedes: 1,
      supersededBy: null,
      reason: `Na de telling zijn 3 stemmen op plan ${bench} ongeldig verklaard. De reden: ${REASON}`,
      winner: { number: bridge },
      exclusions: [
        { proposalNumber: bench, batchNumber: 2, kind: 'invalid', reason: REASON, votes: 3 },
        { proposalNumber: bridge, batchNumber: 1, kind: 'held', votes: 1 },
      ],
    });
  });

  it('lists every report of the round, newest first, with its check number', async () => {
    const { body } = await reader().get<{ items: Summary[] }>(`${address}/reports`);
    expect(body.items).toMatchObject([
      { version: 2, reportNumber: 2, reason: expect.stringMatching(/^Na de telling/) },
      { version: 1, reportNumber: 1, reason: '' },
    ]);
  });

  it('gives the text byte for byte: sha256sum says what page, list and ETag say', async () => {
    const { body: count } = await reader().get<Count>(`${address}/count`);
    const { body: list } = await reader().get<{ items: Summary[] }>(`${address}/reports`);
    const { response, bytes } = await bytesOf(`${address}/reports/2`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="verslag-west-ronde-1-versie-2.json"',
    );
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    try {
      await writeFile(join(folder, 'report.json'), bytes);
      const said = execFileSync('sha256sum', [join(folder, 'report.json')], { encoding: 'utf8' }).slice(
        0,
        64,
      );
      expect([count.sha256, list.items[0]?.sha256, response.headers.get('etag')]).toEqual([
        said,
        said,
        `"${said}"`,
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
    const [kept] = await west.rows('select document from round_count where version = 2');
    expect(bytes.toString('utf8')).toBe(kept?.['document']);
  });

  it('keeps the first report as it was, also when a plan is hidden later', async () => {
    const before = (await bytesOf(`${address}/reports/1`)).bytes;
    await west.rows('update proposal set hidden = true where number = $1', [bench]);
    try {
      const after = (await bytesOf(`${address}/reports/1`)).bytes;
      expect(after.equals(before)).toBe(true);
      expect(after.toString()).not.toContain('Molenpad');
      const { body } = await reader().get<Count>(`${address}/count`);
      expect(JSON.stringify(body)).not.toContain('Molenpad');
      // A file for paper is packed: looking through every address for words would not find it there.
      const paper = pdfText((await bytesOf(`${address}/reports/2/pdf`)).bytes).join('\n');
      expect(paper).not.toContain('Molenpad');
      expect(paper).toContain(`Plan ${bench} (verborgen)`);
    } finally {
      await west.rows('update proposal set hidden = false where number = $1', [bench]);
    }
  });

  it('is there on paper, with the same check number', async () => {
    const { body } = await reader().get<Count>(`${address}/count`);
    const { response, bytes } = await bytesOf(`${address}/reports/2/pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="verslag-west-ronde-1-versie-2.pdf"',
    );
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const printed = pdfText(bytes);
    for (const words of [
      body.sha256,
      'Deze telling vervangt verslag 1.',
      REASON,
      'Bankjes langs het Molenpad',
    ])
      expect(printed).toContainEqual(expect.stringContaining(words));
    const again = (await bytesOf(`${address}/reports/2/pdf`)).bytes;
    expect(createHash('sha256').update(again).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  it.each([
    ['/districts/west/rounds/99/reports', 404, 'round-not-found'],
    [`${address}/reports/9`, 404, 'round-not-counted'],
    [`${address}/reports/9/pdf`, 404, 'round-not-counted'],
    ['/districts/west/rounds/2/reports/1', 404, 'round-not-counted'],
    ['/districts/nowhere/rounds/1/reports', 404, 'district-not-found'],
  ])('says of %s that it is not there', async (path, status, code) => {
    const answer = await reader().get<{ code: string }>(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('lists nothing of a round that was not counted yet', async () => {
    expect((await reader().get<{ items: Summary[] }>('/districts/west/rounds/2/reports')).body.items).toEqual(
      [],
    );
  });
});
