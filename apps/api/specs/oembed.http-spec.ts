import { HIDDEN_FROM_SIGHT, RecruitingScene } from './recruiting-scene';

const SITE = 'https://buurtstem.example';

describe('oEmbed: how other sites show a plan', () => {
  let scene: RecruitingScene;
  beforeAll(async () => {
    scene = await RecruitingScene.open('Veilig "oversteken" <bij> de Sluisbrug');
  });
  afterAll(() => scene.close());

  const ask = async (url: string, more = '') => {
    const answer = await scene.get(`/api/v1/oembed?url=${encodeURIComponent(url)}${more}`);
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, unknown>,
    };
  };

  it('answers as the standard says, to every site', async () => {
    const { status, headers, body } = await ask(`${SITE}/west/plannen/1`, '&format=json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.getSetCookie()).toEqual([]);
    expect(body).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'Veilig "oversteken" <bij> de Sluisbrug',
      provider_name: 'Buurtstem West',
      provider_url: `${SITE}/west`,
      cache_age: 300,
      html:
        `<iframe src="${SITE}/embed/west/1" title="Veilig &quot;oversteken&quot; &lt;bij&gt; de Sluisbrug" ` +
        'width="480" height="360" style="border:0;max-width:100%" loading="lazy" ' +
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
      width: 480,
      height: 360,
      thumbnail_url: `${SITE}/api/v1/districts/west/proposals/1/share-card`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it('is never larger than asked for, and names no picture that is', async () => {
    const { body } = await ask(`${SITE}/west/plannen/1`, '&maxwidth=300&maxheight=2000&dnt=1');
    expect(body).toMatchObject({ width: 300, height: 360 });
    expect(body['html']).toContain('width="300" height="360"');
    expect(body).not.toHaveProperty('thumbnail_url');
  });

  it.each(['/p/west-1', '/embed/west/1', '/west/plannen/1?volgorde=nieuwste#reacties', '/en/west/plannen/1'])(
    'knows every address of a plan: %s',
    async (path) => expect((await ask(SITE + path)).status).toBe(200),
  );

  it.each([
    'https://evil.example/west/plannen/1',
    'https://buurtstem.example.evil.example/west/plannen/1',
    'https://evil.example@buurtstem.example/west/plannen/1',
    'http://buurtstem.example/west/plannen/1',
    'https://buurtstem.example:8443/west/plannen/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'west/plannen/1',
    `${SITE}/west`,
    `${SITE}/`,
  ])('S18: has nothing to say of what is no plan of this site: %s', async (url) => {
    const { status, body } = await ask(url);
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });

  it.each(['&format=xml', '&maxwidth=0', '&maxheight=x', '&callback=alert'])('refuses %s', async (more) => {
    expect((await ask(`${SITE}/west/plannen/1`, more)).status).toBe(400);
  });

  it('refuses to be asked about nothing', async () => {
    expect((await scene.get('/api/v1/oembed')).status).toBe(400);
  });

  it.each(HIDDEN_FROM_SIGHT)('S15: has nothing to say of a plan that is %s', async (kind) => {
    const { status, body } = await ask(`${SITE}/west/plannen/${scene.outOfSight[kind]}`);
    expect([status, body['code']]).toEqual([404, 'proposal-not-found']);
  });
});
