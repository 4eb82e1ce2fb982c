import { createHash } from 'node:crypto';
import { HIDDEN_FROM_SIGHT, RecruitingScene } from './recruiting-scene';

const TITLE = 'Veilig <script>alert(1)</script> & "oversteken"';

describe('the widget of a plan, for other sites', () => {
  let scene: RecruitingScene;
  beforeAll(async () => {
    scene = await RecruitingScene.open(TITLE);
  });
  afterAll(() => scene.close());

  const widget = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await scene.get(path, headers);
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  };

  it('says the title, how it stands and how long there is to vote, and leads to the plan', async () => {
    const { status, headers, html } = await widget('/embed/west/1');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<b>2</b> stemmen voor');
    expect(html).toContain('Nog 1\u00a0nodig om de 3 te halen.');
    expect(html).toMatch(/Nog \d+\u00a0(dag|dagen)<\/b> om te stemmen|Vandaag/);
    expect(html).toContain(
      '<a href="https://buurtstem.example/west/plannen/1" target="_blank" rel="noopener">Stem op dit plan</a>',
    );
  });

  it('shows what people wrote as text', async () => {
    const { html } = await widget('/embed/west/1');
    expect(html).toContain(
      '<h1>Veilig &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;oversteken&quot;</h1>',
    );
    expect(html).not.toContain('<script');
  });

  it.each(['?taal=en', '?lang=en'])('speaks English to who asks with %s', async (query) => {
    const { html } = await widget(`/embed/west/1${query}`);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Vote on this plan');
  });

  it.each(['?taal=de', '?lang=', '?lang=en&lang=nl', '?taal[x]=en'])(
    'speaks Dutch to who asks with %s',
    async (query) => {
      expect((await widget(`/embed/west/1${query}`)).html).toContain('<html lang="nl">');
    },
  );

  it('may stand in a frame of any site, and runs and loads nothing there', async () => {
    const { headers, html } = await widget('/embed/west/1');
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors *',
    ]);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(html).not.toMatch(/<link|<img|src=|style=|@import|url\(/);
  });

  it('is the only address that may: everything beside it stays out of frames', async () => {
    for (const path of ['/p/west-1', '/west/plannen/1', '/embedded', '/api/v1/districts/west/proposals/1'])
      expect([path, (await scene.get(path)).headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    const { headers } = await scene.get('/api/v1/districts/west/proposals/1/share-card');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('weighs little', async () => {
    expect(Buffer.byteLength((await widget('/embed/west/1')).html)).toBeLessThan(15_000);
  });

  it('neither sets nor reads cookies', async () => {
    const charlie = scene.west.test.browser();
    await charlie.signIn('charlie@voorbeeld.example');
    const own = await charlie.get<string>('//embed/west/1');
    const { headers, html } = await widget('/embed/west/1');
    expect(own.body).toBe(html);
    expect([own.headers.getSetCookie(), headers.getSetCookie()]).toEqual([[], []]);
    expect(headers.get('vary') ?? '').not.toMatch(/cookie/i);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
  });

  it.each(HIDDEN_FROM_SIGHT)('S15: says that there is no such plan of one that is %s', async (kind) => {
    const { status, headers, html } = await widget(`/embed/west/${scene.outOfSight[kind]}`);
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(html).toContain('<h1>Dit plan bestaat niet</h1>');
    expect(html).not.toContain('Onzichtbaar');
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
  });

  it.each(['/embed/oost/1', '/embed/west', '/embed/west/x', '/embed'])('is not at %s', async (path) => {
    expect((await widget(path)).status).toBe(404);
  });

  it('asks nobody to vote on a plan that is closed', async () => {
    await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.plan]);
    const { html } = await widget('/embed/west/1');
    expect(html).toContain('Lees dit plan');
    expect(html).toContain('<p class="left"><b>Gesloten</b> stemmen kan niet meer</p>');
  });
});
