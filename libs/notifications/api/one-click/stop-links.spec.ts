import { randomUUID } from 'node:crypto';
import { TOPICS } from '@buurtstem/notifications-domain';
import { testConfig } from '@buurtstem/platform-api/testing';
import { StopLinks } from './stop-links';

const links = (secret = 'a'.repeat(32)): StopLinks =>
  new StopLinks(testConfig('postgres://localhost/x', { SESSION_SECRET: secret }));

describe('a link that stops mail', () => {
  const accountId = randomUUID();

  it('says whose mail and which topics, after any time and in any process with the same secret', () => {
    for (const topics of [[], ['own-plan'], ['voted-plan', 'discussed-plan'], TOPICS] as const) {
      const token = links().tokenOf({ accountId, topics });
      expect(token).toMatch(/^[\w-]{44}$/);
      expect(links().read(token)).toEqual({ accountId, topics });
    }
  });

  it('is nothing where we did not write it', () => {
    const token = links().tokenOf({ accountId, topics: ['own-plan'] });
    expect(links('b'.repeat(32)).read(token)).toBeNull();
    for (const forged of [
      '',
      'x',
      `${token}A`,
      token.slice(1),
      token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    ])
      expect(links().read(forged)).toBeNull();
    // More topics than it was signed for.
    const bytes = Buffer.from(token, 'base64url');
    bytes[16] = 7;
    expect(links().read(bytes.toString('base64url'))).toBeNull();
  });

  it('stands in the foot as a page and in the head as an address to post to', () => {
    const way = links().forTopic(accountId, 'voted-plan', 'nl');
    expect(way.page).toMatch(/^http:\/\/localhost:\d+\/afmelden\/[\w-]{44}$/);
    expect(way.oneClick).toMatch(/^http:\/\/localhost:\d+\/api\/v1\/unsubscriptions\/[\w-]{44}$/);
    expect(way).toMatchObject({ why: expect.stringContaining('stemde'), label: 'Stop deze mails' });
    expect(links().forDigest(accountId, ['voted-plan'], 'en').label).toBe('Stop these mails');
  });
});
