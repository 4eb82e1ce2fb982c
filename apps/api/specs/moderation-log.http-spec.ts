import { createHash } from 'node:crypto';
import { ModerationLog, ReadLog, type LoggedAct } from '@buurtstem/discussion-api';
import { verifyLog, type LogLine } from '@buurtstem/discussion-domain';
import { DataSource } from 'typeorm';
import { West } from './west';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const ACT: LoggedAct = {
  act: 'hidden',
  subject: 'argument',
  proposalNumber: 12,
  caseNumber: 7,
  reason: 'irrelevant',
  explanation: ' Dit gaat over <b>iets</b> anders]]> . ',
  at: new Date('2026-11-25T14:02:00.123Z'),
};

describe('the public moderation log', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(() => west.close());

  const append = (act: Partial<LoggedAct> = {}): Promise<void> =>
    west.app
      .get(DataSource)
      .transaction((em) => west.app.get(ModerationLog).append(em, west.districtId, { ...ACT, ...act }));
  const every = (): Promise<LogLine[]> => west.app.get(ReadLog).every(west.districtId);
  const page = async (query = '') =>
    (await west.test.browser().get<Page>(`/districts/west/moderation-log${query}`)).body;

  it('stays one chain when twenty decisions end at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => append({ caseNumber: index + 1 })));
    const lines = await every();
    expect(verifyLog(lines, sha256)).toMatchObject({ ok: true, lines: 20 });
    expect(new Set(lines.map(({ caseNumber }) => caseNumber)).size).toBe(20);
  });

  it('leaves no gap where a decision is undone', async () => {
    await append();
    const undone = west.app.get(DataSource).transaction(async (em) => {
      await west.app.get(ModerationLog).append(em, west.districtId, ACT);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await append();
    expect(verifyLog(await every(), sha256)).toMatchObject({ ok: true, lines: 2 });
  });

  it('can only be added to', async () => {
    await append();
    await expect(west.rows('delete from moderation_log')).rejects.toThrow(/permission denied/);
    await expect(west.rows(`update moderation_log set reason = ''`)).rejects.toThrow(/permission denied/);
  });

  it('is read by anybody, newest first and page by page, and the pages verify', async () => {
    expect(await page()).toEqual({ items: [], total: 0, next: null });
    for (const reason of ['irrelevant', 'personal-data', null] as const) await append({ reason });
    const first = await page('?limit=2');
    expect(first).toMatchObject({ total: 3, next: 2 });
    expect(first.items).toMatchObject([
      { position: 3, reason: null, explanation: 'Dit gaat over <b>iets</b> anders]]> .' },
      { position: 2, reason: 'personal-data', explanation: '' },
    ]);
    const second = await page('?limit=2&before=2');
    expect(second).toMatchObject({
      total: 3,
      next: null,
      items: [
        {
          position: 1,
          at: '2026-11-25T14:02:00.123Z',
          act: 'hidden',
          subject: 'argument',
          proposalNumber: 12,
          caseNumber: 7,
          previousHash: '0'.repeat(64),
        },
      ],
    });
    const lines = [...first.items, ...second.items].reverse();
    expect(verifyLog(lines, sha256)).toEqual({ ok: true, lines: 3, head: first.items[0]?.hash });
  });

  it.each(['?limit=0', '?limit=501', '?before=0', '?before=x', '?after=1'])('refuses %s', async (query) => {
    const { status } = await west.test.browser().get(`/districts/west/moderation-log${query}`);
    expect(status).toBe(400);
  });

  it('is a feed in which every address is whole and nothing is markup', async () => {
    const feed = (): Promise<{ headers: Headers; body: string }> =>
      west.test.browser().get<string>('/districts/west/moderation-log/feed');
    expect((await feed()).body).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    await append();
    await append({ act: 'appeal-granted', subject: 'proposal', reason: 'unlawful', caseNumber: 8 });
    const { headers, body } = await feed();
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(body).toContain('Argument bij plan 12: verborgen');
    expect(body).toContain('Plan 12: bezwaar toegekend, teruggezet');
    expect(body).toContain('Reden: gaat niet over het plan. Dit gaat over');
    expect(body).toContain('&lt;b&gt;iets&lt;/b&gt; anders]]&gt; .');
    expect(body).not.toContain('<b>');
    const { publicUrl } = west.test.config;
    const addresses = [...body.matchAll(/(?:href="|<id>)([^"<]*)/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address?.startsWith(`${publicUrl}/`))).toEqual([]);
    expect((await west.test.browser().get('/districts/oost/moderation-log/feed')).status).toBe(404);
  });
});

interface Page {
  items: LogLine[];
  total: number;
  next: number | null;
}
