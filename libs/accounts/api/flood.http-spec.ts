import { AccountsApp } from './testing/accounts-app';

const AT_ONCE = 32;

describe('a flood of attempts to sign in', () => {
  let app: AccountsApp;
  // The one proxy of our own says who is calling, so that a test can be two networks.
  beforeAll(async () => {
    app = await AccountsApp.start({ TRUST_PROXY: '1' });
  });
  afterAll(() => app.close());

  /** How often each status came back. */
  async function flood(attempts: number, from: string, path: string, body: (attempt: number) => object) {
    const statuses: Record<number, number> = {};
    let next = 0;
    const worker = async () => {
      while (next < attempts) {
        const response = await fetch(`${app.test.url}/api/v1${path}`, {
          method: 'POST',
          headers: {
            origin: app.test.url,
            'content-type': 'application/json',
            'x-forwarded-for': from,
            cookie: `buurtstem-sign-in=${'a'.repeat(43)}`,
          },
          body: JSON.stringify(body(next++)),
        });
        await response.arrayBuffer();
        statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      }
    };
    const started = Date.now();
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const windows = Math.ceil((Date.now() - started) / 60_000) + 1;
    return { statuses, windows };
  }

  it('S8: 10,000 requests for a code are refused with 429, and nobody else notices', async () => {
    const laura = app.browser();
    const network = { 'x-forwarded-for': '198.51.100.7' };
    const { body: request } = await laura.post<{ id: string }>(
      '/sign-in-requests',
      { email: 'laura@voorbeeld.example' },
      network,
    );
    const { statuses, windows } = await flood(10_000, '203.0.113.9', '/sign-in-requests', (attempt) => ({
      email: `bot${attempt}@voorbeeld.example`,
    }));
    expect(Object.keys(statuses).sort()).toEqual(['202', '429']);
    expect(statuses[202]).toBeGreaterThanOrEqual(120);
    expect(statuses[202]).toBeLessThanOrEqual(120 * windows);
    expect(statuses[429]).toBe(10_000 - (statuses[202] ?? 0));
    // As many mails as were accepted, and the one from before is still good.
    const [mails] = await app.rows<{ count: number }>('select count(*)::int as count from dev_mail');
    expect(mails?.count).toBe((statuses[202] ?? 0) + 1);
    const [mail] = await app.rows<{ body: string }>('select body from dev_mail where body like $1', [
      `%${request.id}%`,
    ]);
    const code = /^\d{6}$/m.exec(mail?.body ?? '')?.[0];
    expect((await laura.post('/session', { requestId: request.id, code }, network)).status).toBe(200);
  }, 240_000);

  it('S8: 2,000 guesses of a code are refused with 429, and none is let in', async () => {
    const requestId = '00000000-0000-4000-8000-000000000000';
    const { statuses, windows } = await flood(2_000, '203.0.113.10', '/session', (attempt) => ({
      requestId,
      code: String(attempt).padStart(6, '0'),
    }));
    expect(Object.keys(statuses).sort()).toEqual(['403', '429']);
    expect(statuses[403]).toBeLessThanOrEqual(120 * windows);
    expect(await app.rows(`select from account where email like 'bot%'`)).toEqual([]);
  }, 240_000);
});
