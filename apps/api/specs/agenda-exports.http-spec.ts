import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { PublishAgenda, WriteContextNote } from '@buurtstem/agenda-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import { AgendaScene, DAY, REASON, REASONS } from './agenda-scene';

const NOTE = 'De gemeente kan dit uitvoeren. Het kost 40.000 euro en duurt drie maanden.';

describe('the agenda in other forms', () => {
  let scene: AgendaScene;
  let visitor: Browser;
  let meeting: string;
  let item: string;

  beforeAll(async () => {
    scene = await AgendaScene.open();
    visitor = scene.west.test.browser();
    meeting = await scene.meeting(90);
    item = await scene.winner('Veilig oversteken <b>bij</b> de "Sluisbrug" & verder');
    const author = { id: scene.official.id, displayName: 'Peter' } as CurrentAccount;
    await scene.west.app.get(WriteContextNote).execute(scene.districtId, item, NOTE, author);
    const draft = await scene.clerk.browser.get<{ revision: number }>(
      `/districts/west/meetings/${meeting}/draft-agenda`,
    );
    await scene.clerk.browser.put(`/districts/west/meetings/${meeting}/draft-agenda`, {
      revision: draft.body.revision,
      entries: [
        { kind: 'point', title: '=1+1 Opening', minutes: 10 },
        { kind: 'item', id: item, minutes: 30 },
      ],
    });
    await scene.west.app
      .get(PublishAgenda)
      .execute(scene.districtId, meeting, { revision: draft.body.revision + 1, note: '' }, scene.clerk.id);
  });
  afterAll(() => scene.close());

  const get = async (path: string): Promise<{ type: string | null; text: string; headers: Headers }> => {
    const { status, body, headers } = await visitor.get<string>(`/districts/west/${path}`);
    expect([path, status]).toEqual([path, 200]);
    return {
      type: headers.get('content-type'),
      text: typeof body === 'string' ? body : JSON.stringify(body),
      headers,
    };
  };

  describe('E17: meetings as iCalendar', () => {
    const events = async (path: string): Promise<ICAL.Event[]> => {
      const { type, text } = await get(path);
      expect(type).toBe('text/calendar; charset=utf-8');
      return new ICAL.Component(ICAL.parse(text) as string[])
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event));
    };
    const change = async (more: object): Promise<void> => {
      const { body } = await visitor.get<{
        startsAt: string;
        agendaDeadline: string;
        place: string;
        sequence: number;
      }>(`/districts/west/meetings/${meeting}`);
      const { startsAt, agendaDeadline, place, sequence } = body;
      const wanted = { startsAt, agendaDeadline, place, sequence, reason: REASON, ...more };
      const answer = await scene.clerk.browser.put(`/districts/west/meetings/${meeting}`, wanted);
      expect(answer.status).toBe(200);
    };

    it('have a time zone, and keep their UID while their SEQUENCE grows', async () => {
      const [before] = await events(`meetings/${meeting}/calendar`);
      expect(
        before?.startDate.zone?.tzid ?? before?.component.getFirstProperty('dtstart')?.getParameter('tzid'),
      ).toBe('Europe/Amsterdam');
      expect(before?.summary).toBe('Vergadering commissie West');
      const { body } = await visitor.get<{ startsAt: string }>(`/districts/west/meetings/${meeting}`);
      expect(before?.startDate.toJSDate().toISOString()).toBe(new Date(body.startsAt).toISOString());
      // 10 and 30 minutes.
      expect((before?.endDate.toJSDate().getTime() ?? 0) - new Date(body.startsAt).getTime()).toBe(
        40 * 60_000,
      );
      await change({ startsAt: new Date(new Date(body.startsAt).getTime() + DAY).toISOString() });
      const [after] = await events('meetings-calendar');
      expect([after?.uid, after?.sequence]).toEqual([before?.uid, Number(before?.sequence) + 1]);
      await change({ startsAt: body.startsAt });
    });

    it('stay in it when they are cancelled', async () => {
      const gone = await scene.meeting(150);
      await scene.clerk.browser.post(`/districts/west/meetings/${gone}/cancellation`, { reason: REASON });
      const event = (await events('meetings-calendar')).find(({ uid }) => uid.includes(gone));
      expect([event?.component.getFirstPropertyValue('status'), event?.sequence]).toEqual(['CANCELLED', 1]);
    });
  });

  it('on paper: a tagged PDF with its day in its name', async () => {
    const { type, text, headers } = await get(`meetings/${meeting}/agenda-pdf`);
    expect(type).toBe('application/pdf');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="agenda-\d{4}-\d\d-\d\d\.pdf"$/);
  });

  it('as a page that stands alone: what people wrote is text, and nothing runs or is loaded', async () => {
    const { type, text, headers } = await get(`meetings/${meeting}/agenda-html`);
    expect(type).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; /,
    );
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain('Veilig oversteken &lt;b&gt;bij&lt;/b&gt; de &quot;Sluisbrug&quot; &amp; verder');
    expect(text).toContain('Versie 1, gepubliceerd op');
    expect(text).toContain(NOTE);
    expect(text).not.toMatch(/<script|<link|<img|src=|style=|<b>/);
  });

  it('for a spreadsheet: semicolons, UTF-8 that says so, and no cell that is a formula', async () => {
    const answer = await fetch(`${scene.west.test.url}/api/v1/districts/west/meetings/${meeting}/agenda-csv`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      { Nr: '1', Minuten: '10', Onderwerp: "'=1+1 Opening", Plan: '' },
      { Nr: '2', Minuten: '30', Indiener: 'Charlie', 'Stemmen voor': '2', 'Uitleg van de gemeente': NOTE },
    ]);
  });

  it('E18: agendas and answers are there for everybody, as JSON and HTML, without signing in', async () => {
    for (const path of [
      'agenda-items',
      'meetings',
      'follow-up-years',
      `meetings/${meeting}`,
      `meetings/${meeting}/published-agendas`,
      `meetings/${meeting}/agenda-html`,
    ]) {
      const { text, headers } = await get(path);
      expect(text.length).toBeGreaterThan(10);
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect((await get('agenda-items')).text).toContain(item);
  });

  describe('as news to follow', () => {
    it('tells of winners, meetings, outcomes and progress, of the district and of one plan', async () => {
      const [row] = await scene.west.rows('select number from proposal');
      for (const path of ['news-feed', `proposals/${String(row?.['number'])}/news-feed`]) {
        const { type, text } = await get(path);
        expect(type).toBe('application/atom+xml; charset=utf-8');
        expect(text).toContain('Gewonnen: Veilig oversteken');
        expect(text).toContain('Op de agenda');
        expect(text).toContain('oversteken &lt;b&gt;bij&lt;/b&gt; de');
        expect(text.replace(/<title>.*?<\/title>/, '')).not.toContain('<b>');
      }
    });

    it('is not there for a plan that is not', async () => {
      const { status, body } = await visitor.get<{ code: string }>('/districts/west/proposals/99/news-feed');
      expect([status, body.code]).toEqual([404, 'proposal-not-found']);
    });
  });

  it('after the meeting: the outcome stands in each of them', async () => {
    await scene.hold(meeting);
    await scene.decide(item, 'partly-adopted');
    for (const form of ['agenda-html', 'agenda-csv'])
      expect((await get(`meetings/${meeting}/${form}`)).text).toContain(`Deels overgenomen: ${REASONS}`);
    expect((await get('news-feed')).text).toContain('Besluit: deels overgenomen');
  });
});
