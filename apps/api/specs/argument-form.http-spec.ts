import type { Answer } from '@buurtstem/platform-api/testing';
import { ArgumentsScene, BODY } from './arguments-scene';
import { pageAfter, submit } from './sent-forms';

/** What the browser keeps to fill in again; null where it was told to keep nothing. */
function keptIn({ headers }: Answer<unknown>): Record<string, string> | null {
  const line = headers.getSetCookie().find((one) => one.startsWith('buurtstem-getypt='));
  const value = line && /^[^=]*=([^;]*)/.exec(line)?.[1];
  return value ? Object.fromEntries(new URLSearchParams(value)) : null;
}

describe('an argument that is sent without scripts', () => {
  let scene: ArgumentsScene;
  let plan: string;
  let form: string;
  beforeAll(async () => {
    scene = await ArgumentsScene.open();
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await scene.newPlan();
    plan = `/west/plannen/${scene.number}`;
    form = `${plan}/argument`;
  });

  const bodies = async (): Promise<string[]> => {
    const { body } = await scene.west.test.browser().get<{ items: { body: string }[] }>(scene.address);
    return body.items.map((one) => one.body);
  };

  it('is placed, and the plan shows it among the newest', async () => {
    const answer = await submit(scene.fatima.browser, form, {
      'argument.side': 'against',
      'argument.body': BODY,
    });
    const page = new URL(answer.headers.get('location') ?? '', 'http://page');
    expect([answer.status, page.pathname, page.searchParams.toString()]).toEqual([
      303,
      plan,
      'bij=argument&volgorde=nieuwste&melding=geplaatst',
    ]);
    const shown = await scene.one(scene.fatima, page.hash.replace('#reactie-', ''));
    expect(shown).toMatchObject({ body: BODY, side: 'against', mine: true });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it.each([
    ['too short', { side: 'for', body: 'Te kort.' }, 'argument-length'],
    ['too long', { side: 'for', body: 'x'.repeat(501) }, 'argument-length'],
    ['for neither side', { side: '', body: BODY }, 'invalid-input'],
    ['with signs that nobody sees', { side: 'for', body: `${BODY}\u202E${BODY}` }, 'hidden-characters'],
  ])('that is %s is refused on the page, and is still there to mend', async (_, fields, code) => {
    const answer = await submit(scene.fatima.browser, form, fields);
    expect(pageAfter(answer)).toBe(`303 ${plan}?bij=argument&melding=${code}#geef-argument`);
    expect(keptIn(answer)).toEqual({ form: `/formulier${form}`, ...fields });
    expect(await bodies()).toEqual([]);
  });

  it('is kept in a cookie of that browser for ten minutes, that no script can read', async () => {
    const { headers } = await submit(scene.fatima.browser, form, { side: 'for', body: 'Te kort.' });
    const [line] = headers.getSetCookie().filter((one) => one.startsWith('buurtstem-getypt='));
    expect(line).toMatch(/; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/);
  });

  it('counts the end of a line as one sign, as the page does', async () => {
    const lines = `${'x'.repeat(249)}\r\n${'x'.repeat(250)}`;
    const answer = await submit(scene.fatima.browser, form, { side: 'for', body: lines });
    expect(answer.headers.get('location')).toContain('melding=geplaatst');
    expect(await bodies()).toEqual([lines.replace('\r\n', '\n')]);
  });

  it.each([
    ['placed by the form', () => submit(scene.fatima.browser, form, { side: 'for', body: BODY })],
    ['placed by the scripts', () => scene.fatima.browser.post(scene.address, { side: 'for', body: BODY })],
    ['left by signing out', () => submit(scene.fatima.browser, '/uitloggen', {})],
  ])('is not kept any longer once it is %s', async (_, mend) => {
    await submit(scene.fatima.browser, form, { side: 'for', body: 'Te kort.' });
    const forgotten = (await mend()).headers
      .getSetCookie()
      .filter((one) => one.startsWith('buurtstem-getypt='));
    expect(forgotten).toEqual([expect.stringMatching(/^buurtstem-getypt=; .*Expires=Thu, 01 Jan 1970/)]);
    await scene.fatima.browser.signIn('fatima@voorbeeld.example');
  });

  it('asks who is not signed in to do that first, and keeps what they wrote', async () => {
    const visitor = scene.west.test.browser();
    const answer = await submit(visitor, form, { side: 'for', body: BODY });
    const page = new URL(answer.headers.get('location') ?? '', 'http://page');
    expect([answer.status, page.pathname, page.searchParams.get('terug')]).toEqual([
      303,
      '/inloggen',
      `${plan}?bij=argument#geef-argument`,
    ]);
    expect(keptIn(answer)).toEqual({ form: `/formulier${form}`, side: 'for', body: BODY });
    expect(await bodies()).toEqual([]);
  });

  it('asks who has no name for one, by a form that goes back to the plan', async () => {
    const omar = scene.west.test.browser();
    await omar.signIn('omar@voorbeeld.example');
    const nameless = await submit(omar, form, { side: 'for', body: BODY });
    expect(nameless.headers.get('location')).toContain('melding=display-name-missing');
    const returnTo = `${plan}?bij=argument#geef-argument`;
    const name = `/naam?terug=${encodeURIComponent(returnTo)}`;
    const short = await submit(omar, name, { 'naam.displayName': 'O' });
    expect(pageAfter(short)).toBe(`303 ${plan}?bij=argument&melding=invalid-input#geef-argument`);
    expect(keptIn(short)).toEqual({ form: '/formulier/naam', displayName: 'O' });
    expect(pageAfter(await submit(omar, name, { 'naam.displayName': 'Omar' }))).toBe(`303 ${returnTo}`);
    expect((await omar.get('/session')).body).toMatchObject({ account: { displayName: 'Omar' } });
    const elsewhere = await submit(omar, '/naam?terug=//kwaad.example', { displayName: 'Omar B' });
    expect(pageAfter(elsewhere)).toBe('303 /');
  });

  it('says on the page that a plan is no longer open, and when somebody writes too often', async () => {
    const { browser } = scene.fatima;
    await scene.west.rows(`update proposal set state = 'withdrawn' where number = $1`, [scene.number]);
    const late = await submit(browser, form, { side: 'for', body: BODY });
    expect(late.headers.get('location')).toContain('melding=proposal-not-open');
    await scene.newPlan();
    let answer = late;
    for (let times = 0; times < 30 && !/too-many/.test(pageAfter(answer)); times += 1)
      answer = await submit(browser, `/west/plannen/${scene.number}/argument`, {
        side: 'for',
        body: `${BODY} ${times}`,
      });
    expect(answer.headers.get('location')).toMatch(/melding=too-many-requests&wacht=\d+#geef-argument$/);
  });

  it.each([
    ['of another site', { origin: 'https://kwaad.example' }],
    ['that says it comes from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a form %s (S6), which leaves nothing in the field either', async (_, headers) => {
    for (const address of [form, '/naam?terug=/west']) {
      const answer = await submit(
        scene.fatima.browser,
        address,
        { side: 'for', body: BODY, displayName: 'Kwaad' },
        headers,
      );
      expect([answer.status, answer.body]).toEqual([
        403,
        expect.objectContaining({ code: 'cross-site-request' }),
      ]);
      expect(keptIn(answer)).toBeNull();
    }
    expect(await bodies()).toEqual([]);
  });
});
