import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, good, numberOf, ownPage, test } from './journey.ts';
import { goOn, writePlan } from './writing.ts';

/** Each would show that it ran: by a mark on the window, or by a dialog, which fails the journey by itself. */
const SCRIPT = '<script>window.ran = 1; alert(1)</script>';
const IMAGE = '<img src=x onerror="window.ran = 1">';
const TEXTS = {
  title: `${SCRIPT} Een hek om het park`,
  summary: `${IMAGE} Een hek om het park, met een poort.`,
  body: `</script>${SCRIPT}<svg onload="window.ran = 1"> <b>Vet</b> <a href="javascript:window.ran = 1">klik</a>. ${'Een hek om het park. '.repeat(8)}`,
  argument: `"><iframe srcdoc="${IMAGE}"></iframe> Een hek houdt honden binnen.`,
  note: `<style>body { display: none }</style> {{ constructor.constructor('window.ran = 1')() }}`,
};
const NAME = `${IMAGE}Kees`;

const district = '/api/v1/districts/west';

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'ran' in globalThis), `a script of Kees on ${page.url()}`).toBe(false);
}

test('Kees writes scripts and HTML wherever he can: it stays text', async ({
  page,
  newVisitor,
  signIn,
  expectAccessible,
}) => {
  await test.step('He signs in, writes, and takes a name', async () => {
    await signIn(page, 'kees@voorbeeld.example');
    await page.goto('/west/indienen');
    await writePlan(page, TEXTS);
    await goOn(page);
    await expect(page.getByRole('heading', { level: 2, name: TEXTS.title })).toBeVisible();
    await page.getByLabel('Welke naam mag erbij staan?').fill(NAME);
    await expectNothingRan(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Plaats mijn plan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TEXTS.title })).toBeVisible();
  });

  await test.step('He adds an argument and a note', async () => {
    await page.getByText('Geef uw argument').click();
    await page.getByRole('radio', { name: 'Voor', exact: true }).check();
    await page.getByLabel('Uw argument', { exact: true }).fill(TEXTS.argument);
    await page.getByRole('button', { name: 'Plaats mijn argument' }).click();
    await expect(page.getByText('Uw argument staat erbij.')).toBeVisible();
    await page.getByText('Voeg iets toe').click();
    await page.getByLabel('Wat wilt u toevoegen?').fill(TEXTS.note);
    await page.getByRole('button', { name: 'Plaats mijn aanvulling' }).click();
    await expect(page.getByText('Uw aanvulling staat erbij.')).toBeVisible();
    await expectNothingRan(page);
    await expectAccessible(page);
  });

  const visitor = await newVisitor();
  await test.step('A visitor sees what he typed, and nothing of it runs', async () => {
    const html = await (await visitor.request.get(page.url())).text();
    for (const payload of [SCRIPT, IMAGE, '<iframe', '<svg onload', '<style>body']) {
      expect(html, 'the page as the server sends it').not.toContain(payload);
    }
    await visitor.goto(page.url());
    await expect(visitor.getByRole('heading', { level: 1, name: TEXTS.title })).toBeVisible();
    await expect(visitor).toHaveTitle(new RegExp('^<script>window'));
    for (const text of [TEXTS.summary, '<b>Vet</b>', TEXTS.argument, TEXTS.note, NAME]) {
      await expect(visitor.getByText(text).first()).toBeVisible();
    }
    await expect(visitor.getByRole('link', { name: 'klik' })).toHaveCount(0);
    await expectNothingRan(visitor);
    await expectAccessible(visitor);
  });

  await test.step('The list and a search show text as well', async () => {
    await visitor.goto('/west/plannen?sort=newest');
    await expect(visitor.getByRole('heading', { level: 3 }).first()).toHaveText(TEXTS.title);
    await expectNothingRan(visitor);
    for (const wanted of [SCRIPT, `">${IMAGE}`, `{{ 7 * 7 }}${IMAGE}`]) {
      await visitor.goto(`/west/plannen?q=${encodeURIComponent(wanted)}`);
      await expect(visitor.getByLabel('Zoek een plan')).toHaveValue(wanted);
      await expectNothingRan(visitor);
    }
    await expect(visitor.getByRole('heading', { name: 'Geen plan gevonden' })).toBeVisible();
    await expectAccessible(visitor);
  });
});

test('Kees writes from another site and reads what is not his: it is refused', async ({
  page,
  site,
  newVisitor,
  signIn,
  expectAccessible,
  faults,
}) => {
  const number = await numberOf(page, 'ruilkast');
  const before = await good<object>(await page.request.get(`${district}/proposals/${number}/standing`));
  const votes = async () =>
    (await good<object>(await page.request.get(`${district}/proposals/${number}`))) as {
      standing: object;
    };

  await test.step('His own site sends a vote from the browser of someone who is signed in', async () => {
    const address = `${site.url}${district}/proposals/${number}`;
    const trap = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="nl"><title>Win een fiets</title><h1>Win een fiets</h1>
        <form method="post" enctype="text/plain" action="${address}/arguments">
        <input type="hidden" name='{"side":"for","body":"Een argument dat ik nooit schreef, ' value='echt niet."}'>
        <button>Ja</button></form>`);
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    try {
      faults.foresee(/CORS policy/, /net::ERR_FAILED/, /status of (403|404|415)/);
      await signIn(page, 'laura@voorbeeld.example');
      await page.goto(`http://127.0.0.1:${(trap.address() as AddressInfo).port}/`);
      const refused = await page.evaluate(
        async (url) =>
          fetch(url, {
            method: 'PUT',
            credentials: 'include',
            headers: { 'Content-Type': 'application/json' },
            body: '{"choice":"for"}',
          }).then(
            () => 'answered',
            () => 'refused by the browser',
          ),
        `${address}/my-vote`,
      );
      expect(refused).toBe('refused by the browser');
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await page.getByRole('button', { name: 'Ja' }).click();
      expect([403, 415]).toContain((await answered).status());
    } finally {
      trap.close();
    }
    expect((await votes()).standing).toMatchObject({ votesFor: 41, votesAgainst: 2 });
  });

  await test.step('Also with her cookies a write of another origin is refused', async () => {
    const foreign: Record<string, string>[] = [
      { Origin: 'https://kwaad.example' },
      { Origin: site.url, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await page.request.put(`${district}/proposals/${number}/my-vote`, {
        headers,
        data: { choice: 'for' },
      });
      expect(answer.status()).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'cross-site-request' });
    }
    expect(
      await good<object>(await page.request.get(`${district}/proposals/${number}/standing`)),
    ).toMatchObject({
      ...before,
      asOf: expect.any(String),
    });
  });

  await test.step('A draft of hers does not exist for him: not its page, not its data, not to change', async () => {
    const text = {
      kind: 'plan',
      title: 'Een plan dat nog niet af is',
      summary: 'Niemand mag dit lezen tot het geplaatst is.',
      body: 'Hier staat nog van alles door elkaar. '.repeat(5),
      neighbourhood: null,
    };
    const made = await page.request.post(`${district}/proposals`, { headers: ownPage(site), data: text });
    const draft = await good<{ number: number; version: number }>(made);
    const kees = await newVisitor();
    await signIn(kees, 'kees@voorbeeld.example');
    const address = `${district}/proposals/${draft.number}`;
    const headers = ownPage(site);
    await good(await kees.request.patch('/api/v1/account', { headers, data: { displayName: 'Kees' } }));
    expect((await kees.request.get(address)).status()).toBe(404);
    const attempts = [
      kees.request.patch(address, { headers, data: { title: 'Nu is het van mij', version: draft.version } }),
      kees.request.post(`${address}/publication`, { headers, data: {} }),
      kees.request.post(`${address}/withdrawal`, { headers, data: { reason: 'Weg ermee' } }),
      kees.request.post(`${address}/notes`, { headers, data: { text: 'Een aanvulling van Kees' } }),
      kees.request.post(`${address}/arguments`, {
        headers,
        data: { side: 'for', body: 'Een argument van Kees, lang genoeg.' },
      }),
      kees.request.put(`${address}/my-vote`, { headers, data: { choice: 'for' } }),
      kees.request.get(`${address}/my-vote`),
      kees.request.get(`${address}/arguments?side=for`),
      kees.request.get(`${address}/standing`),
    ];
    for (const answer of await Promise.all(attempts)) {
      expect(answer.status(), answer.url()).toBe(404);
      expect(await answer.text()).not.toContain(text.title);
    }
    const answer = await kees.goto(`/west/plannen/${draft.number}`);
    expect(answer?.status()).toBe(404);
    expect(await answer?.text()).not.toContain(text.title);
    await expect(kees.getByRole('heading', { level: 1 })).toHaveText('Dit plan bestaat niet');
    await expectAccessible(kees);
    await page.goto(`/west/plannen/${draft.number}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.title);
    await expect(page.getByText('Alleen u ziet het.').first()).toBeVisible();
    await expectAccessible(page);
  });
});
