import { asking, ownAddress } from './own-address';

describe('where a form goes on to', () => {
  it.each(['/west', '/west/plannen/3?volgorde=nieuw#stem', '/'])('is %s, on this site', (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each([
    'https://kwaad.example/',
    '//kwaad.example/',
    '/\\kwaad.example/',
    '/\t/kwaad.example/',
    '/\n/kwaad.example',
    '/.//kwaad.example',
    '/west/..//kwaad.example',
    'west',
    '',
    undefined,
    ['/west', '/oost'],
  ])('is never %j', (address) => {
    expect(ownAddress(address)).toBe('/');
  });

  it('says what came of it, and nothing of what came of it before', () => {
    expect(asking('/inloggen?terug=%2Fwest&melding=code-wrong#x', { melding: null, aanvraag: '1' })).toBe(
      '/inloggen?terug=%2Fwest&aanvraag=1#x',
    );
    expect(asking('/west?melding=code-wrong', { melding: null })).toBe('/west');
  });
});
