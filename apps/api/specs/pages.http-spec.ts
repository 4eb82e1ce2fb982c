import { FoundDistrict } from '@buurtstem/districts-api';
import type { Answer, Browser } from '@buurtstem/platform-api/testing';
import { MAX_PAGES, type AccessibilityStatus } from '@buurtstem/pages-domain';
import { signInAsStaff } from './staff';
import { West } from './west';

interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}
interface Page {
  slug: string;
  title: string;
  body: string;
  bodyEn: string;
  state: string | null;
  version: number;
  isStandard: boolean;
  changedAt: string | null;
  accessibility: { status: AccessibilityStatus; contact: string } | null;
  history: { version: number; state: string; actorName: string }[];
}
interface List {
  items: Page[];
}

const TEXT = {
  title: 'Wat is een stadsdeelcommissie?',
  body: 'Een commissie is een groep mensen uit het stadsdeel.',
  titleEn: '',
  bodyEn: '',
};
const DESK = '/districts/west/desk-pages';
const PUBLIC = '/districts/west/pages';

describe('pages that an editor writes', () => {
  let west: West;
  let noor: Browser;
  let bram: Browser;
  let visitor: Browser;

  beforeEach(async () => {
    west = await West.open();
    noor = (await signInAsStaff(west, 'Noor', ['editor'])).browser;
    bram = (await signInAsStaff(west, 'Bram', ['clerk'])).browser;
    visitor = west.test.browser();
  });
  afterEach(() => west.close());

  const write = (slug: string, version = 0, text: object = {}): Promise<Answer<Page & Problem>> =>
    noor.put<Page & Problem>(`${DESK}/${slug}`, { ...TEXT, ...text, version });
  const act = (slug: string, verb: string, version: number): Promise<Answer<Page & Problem>> =>
    noor.post<Page & Problem>(`${DESK}/${slug}/${verb}`, { version });
  const read = (slug: string, by = visitor) => by.get<Page & Problem>(`${PUBLIC}/${slug}`);

  it('E12: the accessibility statement, privacy and colophon are there before anybody writes them', async () => {
    const { body } = await visitor.get<List>(PUBLIC);
    expect(body.items.map(({ slug, isStandard, changedAt }) => [slug, isStandard, changedAt])).toEqual([
      ['toegankelijkheid', true, null],
      ['privacy', true, null],
      ['colofon', true, null],
    ]);
    const statement = await read('toegankelijkheid');
    expect(statement.body.accessibility).toEqual({ status: 'C', contact: '', auditUrl: '', version: 0 });
    expect(statement.body.body).toContain('gemeente Voorbeeldstad');
    expect((await read('privacy')).body.body).toContain('Logt u 24 maanden niet in?');
    expect((await read('privacy')).body.accessibility).toBeNull();
  });

  it('are there in a district without rules too', async () => {
    await west.app.get(FoundDistrict).execute({
      slug: 'oost',
      name: 'Oost',
      municipality: 'Voorbeeldstad',
      theme: 'oost',
      neighbourhoods: [{ slug: 'havenrand', name: 'Havenrand' }],
    });
    const { status, body } = await visitor.get<Page>('/districts/oost/pages/privacy');
    expect([status, body.body]).toEqual([200, expect.stringContaining('24 maanden')]);
  });

  it('are drafts until they are published, and drafts are there for editors only', async () => {
    const draft = await write('commissie');
    expect([draft.status, draft.body.state, draft.body.version]).toEqual([200, 'draft', 1]);
    for (const browser of [visitor, bram, noor]) {
      const answer = await read('commissie', browser);
      expect([answer.status, answer.body.code]).toEqual([404, 'page-not-found']);
      const { body } = await browser.get<List>(PUBLIC);
      expect(JSON.stringify(body)).not.toContain('stadsdeelcommissie');
    }
    for (const path of [DESK, `${DESK}/commissie`]) {
      expect((await visitor.get<Problem>(path)).body.code).toBe('sign-in-first');
      expect((await bram.get<Problem>(path)).body.code).toBe('not-allowed');
      expect((await noor.get(path)).status).toBe(200);
    }
    expect((await act('commissie', 'publication', 1)).body).toMatchObject({ state: 'published', version: 2 });
    expect((await read('commissie')).body).toMatchObject({
      title: TEXT.title,
      body: TEXT.body,
      isStandard: false,
    });
    const { body } = await visitor.get<List>(PUBLIC);
    expect(body.items.map(({ slug }) => slug)).toEqual([
      'commissie',
      'toegankelijkheid',
      'privacy',
      'colofon',
    ]);
    await act('commissie', 'withdrawal', 2);
    expect((await read('commissie')).status).toBe(404);
  });

  it('change at once when they are published', async () => {
    await write('commissie');
    await act('commissie', 'publication', 1);
    await write('commissie', 2, { body: 'Een commissie praat met bewoners over plannen.' });
    expect((await read('commissie')).body.body).toBe('Een commissie praat met bewoners over plannen.');
  });

  it('keep what a colleague wrote meanwhile', async () => {
    await write('commissie');
    const ingrid = (await signInAsStaff(west, 'Ingrid', ['administrator'])).browser;
    await ingrid.put(`${DESK}/commissie`, { ...TEXT, version: 1, title: 'Van Ingrid' });
    for (const late of [
      await write('commissie', 1, { title: 'Van Noor' }),
      await write('commissie', 0),
      await act('commissie', 'publication', 1),
      await act('commissie', 'removal', 1),
    ])
      expect([late.status, late.body.code]).toEqual([409, 'version-conflict']);
    expect((await noor.get<Page>(`${DESK}/commissie`)).body.title).toBe('Van Ingrid');
  });

  it('are kept in every version, with who made it and when, and so is that they were removed', async () => {
    await write('commissie');
    await act('commissie', 'publication', 1);
    expect((await act('commissie', 'removal', 2)).status).toBe(204);
    expect((await read('commissie')).status).toBe(404);
    expect((await noor.get(`${DESK}/commissie`)).status).toBe(404);
    const again = await write('commissie');
    expect(again.body.version).toBe(4);
    expect(again.body.history.map(({ version, state, actorName }) => [version, state, actorName])).toEqual([
      [4, 'draft', 'Noor'],
      [3, 'removed', 'Noor'],
      [2, 'published', 'Noor'],
      [1, 'draft', 'Noor'],
    ]);
    const versions = await west.rows('select actor_id, written_at from page_version');
    expect(versions.every(({ actor_id, written_at }) => actor_id && written_at instanceof Date)).toBe(true);
  });

  it('leave a line in the audit log for every write', async () => {
    await write('commissie');
    await act('commissie', 'publication', 1);
    const lines = await west.rows(
      `select action, result, actor_name from audit_entry where phase = 'finished' order by id`,
    );
    expect(
      lines.map(
        (line) => `${String(line['action'])} ${String(line['result'])} ${String(line['actor_name'])}`,
      ),
    ).toEqual(['writePage done Noor (editor)', 'publishPage done Noor (editor)']);
  });

  it('take the place of a standard page once published, and make way for it again', async () => {
    const { body: standard } = await read('privacy');
    const { body: onDesk } = await noor.get<Page>(`${DESK}/privacy`);
    expect([onDesk.body, onDesk.state, onDesk.version]).toEqual([standard.body, null, 0]);
    await write('privacy', 0, { title: 'Uw gegevens' });
    expect((await read('privacy')).body.title).toBe('Privacy');
    await act('privacy', 'publication', 1);
    expect((await read('privacy')).body).toMatchObject({ title: 'Uw gegevens', isStandard: true });
    expect((await act('privacy', 'removal', 2)).body.code).toBe('page-is-standard');
    expect((await act('privacy', 'standard-text', 2)).body).toMatchObject({
      title: 'Privacy',
      state: null,
      version: 0,
    });
    expect((await read('privacy')).body.body).toBe(standard.body);
    await write('commissie');
    expect((await act('commissie', 'standard-text', 1)).body.code).toBe('page-not-standard');
  });

  it('refuse an address or a text against the rules, and name everything at once', async () => {
    expect((await write('Geen-adres')).body.code).toBe('page-slug-not-valid');
    const wrong = await write('commissie', 0, { title: 'x', body: 'y', titleEn: 'z' });
    expect(wrong.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title page-title-length',
      'body page-body-length',
      'titleEn page-title-length',
      'bodyEn page-body-length',
    ]);
    expect((await act('commissie', 'publication', 1)).body.code).toBe('page-not-found');
    await write('commissie');
    expect((await act('commissie', 'withdrawal', 1)).body.code).toBe('page-transition-not-possible');
  });

  it('are at most fifty in a district, however many editors race', async () => {
    await west.rows(
      `insert into page (district_id, slug, state, version, title, body, title_en, body_en, changed_at)
       select 1, 'pagina-' || n, 'draft', 1, 'Een pagina', 'Een tekst die lang genoeg is.', '', '', now()
       from generate_series(1, $1) n`,
      [MAX_PAGES - 1],
    );
    const answers = await Promise.all(['een', 'twee', 'drie', 'vier'].map((slug) => write(`nieuw-${slug}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.filter(({ body }) => body.code === 'too-many-pages')).toHaveLength(3);
  });

  it('show what was typed as it was typed: nothing is taken for markup on the way', async () => {
    const body = '<script>alert(1)</script> [klik](javascript:alert(1)) & "aanhalingstekens"';
    await write('commissie', 0, { body });
    await act('commissie', 'publication', 1);
    expect((await read('commissie')).body.body).toBe(body);
  });

  describe('E12: the accessibility status', () => {
    const claim = (wanted: object) =>
      noor.put<Problem & { version: number }>('/districts/west/accessibility', {
        status: 'C',
        contact: '',
        auditUrl: '',
        version: 0,
        ...wanted,
      });

    it.each(['A', 'B', 'C', 'D', 'E'] as const)('can be %s, and the statement says so', async (status) => {
      const auditUrl = 'https://voorbeeld.example/rapport';
      const answer = await claim({ status, contact: 'hulp@voorbeeld.example', auditUrl });
      expect([answer.status, answer.body.version]).toEqual([200, 1]);
      const { body } = await read('toegankelijkheid');
      expect(body.accessibility).toMatchObject({ status, contact: 'hulp@voorbeeld.example' });
      expect(body.body).toContain('hulp@voorbeeld.example');
    });

    it('stands beside a statement that an editor wrote', async () => {
      await write('toegankelijkheid', 0, { title: 'Onze toegankelijkheid' });
      await act('toegankelijkheid', 'publication', 1);
      await claim({ status: 'D' });
      expect((await read('toegankelijkheid')).body).toMatchObject({
        title: 'Onze toegankelijkheid',
        accessibility: { status: 'D' },
      });
    });

    it('is refused without its proof, by whom it is not, and against a colleague’s', async () => {
      const bare = await claim({ status: 'A' });
      expect([bare.status, bare.body.errors?.map(({ code }) => code)]).toEqual([
        400,
        ['audit-report-missing'],
      ]);
      expect((await claim({ contact: 'geen adres' })).body.errors?.[0]?.code).toBe('email-not-valid');
      expect((await claim({ status: 'F' })).status).toBe(400);
      await claim({ status: 'D' });
      expect((await claim({ status: 'E' })).body.code).toBe('version-conflict');
      const theirs = await bram.put<Problem>('/districts/west/accessibility', {});
      expect(theirs.body.code).toBe('not-allowed');
    });
  });

  it('the database keeps versions as they were written', async () => {
    await write('commissie');
    const grants = await west.rows(
      `select table_name as name, string_agg(privilege_type, ' ' order by privilege_type) as may
       from information_schema.role_table_grants
       where grantee = 'buurtstem_app' and table_name in ('page_version', 'accessibility_claim') group by 1 order by 1`,
    );
    expect(grants.map(({ may }) => may)).toEqual(['INSERT SELECT', 'INSERT SELECT']);
    await expect(
      west.rows(`insert into accessibility_claim values (1, 1, 'A', '', '', null, 'Noor', now())`),
    ).rejects.toThrow('accessibility_claim_proven');
  });
});
