import { pagePath, readPath, shortCode, shortPath, widgetPath } from './addresses';

const WEST_12 = { district: 'west', number: 12 };

describe('the addresses of a proposal', () => {
  it('are its page, a short one for on paper, and a small page for other sites', () => {
    expect(pagePath(WEST_12)).toBe('/west/plannen/12');
    expect(shortCode(WEST_12)).toBe('west-12');
    expect(shortPath(WEST_12)).toBe('/p/west-12');
    expect(widgetPath(WEST_12)).toBe('/embed/west/12');
  });

  it.each([pagePath, shortPath, widgetPath])(
    'are read as they were written, in both languages: %p',
    (write) => {
      for (const address of [WEST_12, { district: 'nieuw-west-2', number: 7 }]) {
        expect(readPath(write(address))).toEqual(address);
        expect(readPath(`/en${write(address)}`)).toEqual(address);
        expect(readPath(`${write(address)}/`)).toEqual(address);
      }
    },
  );

  it('are read with the capitals that somebody typed', () => {
    expect(readPath('/P/West-12')).toEqual(WEST_12);
  });

  it.each([
    '/',
    '/p/',
    '/p/west',
    '/p/west-',
    '/p/west-0',
    '/p/-12x',
    '/p/west-1234567890',
    '/west',
    '/west/plannen',
    '/west/plannen/x',
    '/embed/west',
    '/p/we%20st-1',
    '/p/west-12/x',
    '//evil.example/plannen/1',
  ])('are not %s', (path) => expect(readPath(path)).toBeNull());
});
