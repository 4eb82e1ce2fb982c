import { isShared, startsAtFirstSign } from './sharing';

const asked = (path: string, cookie?: string, query: Record<string, string> = {}) => ({
  path,
  query,
  headers: { host: 'buurtstem.example', ...(cookie === undefined ? {} : { cookie }) },
});

describe('a page that says the same to all visitors', () => {
  it.each(['/west', '/en/west', '/west/plannen', '/en/west/plannen/12', '/west/uitslagen/3', '/engeland'])(
    '%s is one, and starts at the first sign',
    (path) => {
      expect([isShared(asked(path)), startsAtFirstSign(asked(path))]).toEqual([true, true]);
    },
  );

  it.each([
    '/',
    '/en',
    '/inloggen',
    '/en/inloggen',
    '/west/mijn',
    '/en/west/beheer',
    '/formulier/stem',
    '/en/en/west',
  ])('%s is none, and starts at once', (path) => {
    expect([isShared(asked(path)), startsAtFirstSign(asked(path))]).toEqual([false, false]);
  });

  it('is none for who has a session, nor where a form said something', () => {
    expect(isShared(asked('/west', '__Host-buurtstem-session=1'))).toBe(false);
    expect(isShared(asked('/west', undefined, { melding: 'gestemd' }))).toBe(false);
  });

  it('the first question of a plan is for one browser, but waits for the first sign of a visitor', () => {
    expect([isShared(asked('/west/indienen')), startsAtFirstSign(asked('/en/west/indienen'))]).toEqual([
      false,
      true,
    ]);
    expect(startsAtFirstSign(asked('/west/indienen', 'buurtstem-session=1'))).toBe(false);
  });
});
