import { methodsTo, RETURN_PATH } from './identity';

describe('the ways to show who one is', () => {
  const all = { hasAddressTable: true, hasLetters: true, hasBroker: true };

  it.each([
    [0, ['address', 'letter', 'broker']],
    [1, ['address', 'letter', 'broker']],
    [2, ['letter', 'broker']],
  ] as const)('that lead to level %i are %j', (level, methods) => {
    expect(methodsTo(level, all)).toEqual(methods);
  });

  it('are those that are set up', () => {
    expect(methodsTo(1, { ...all, hasLetters: false })).toEqual(['address', 'broker']);
    expect(methodsTo(2, { hasAddressTable: true, hasLetters: false, hasBroker: false })).toEqual([]);
  });
});

describe('a page to come back to', () => {
  it.each([['/'], ['/west'], ['/west/plannen/12'], ['/mijn-pagina?tab=a&b=%20c'], ['/apidocs'], ['/west?x']])(
    'may be %j',
    (path) => {
      expect(RETURN_PATH.test(path)).toBe(true);
    },
  );

  it.each([
    ['//evil.example'],
    ['/\\evil.example'],
    ['https://evil.example'],
    ['/%2Fevil.example'],
    ['/%5Cevil.example'],
    ['/west//evil.example'],
    ['/\t/evil.example'],
    ['/\n/evil.example'],
    ['/west\n'],
    ['/west#x'],
    ['/west?x=%0'],
    ['/west?x=\u0000'],
    ['/@evil.example'],
    ['/api'],
    ['/api/v1/session'],
    ['/API/v1/session'],
    ['/api?x'],
    ['west'],
    [''],
  ])('may not be %j', (path) => {
    expect(RETURN_PATH.test(path)).toBe(false);
  });

  it('that may be is on our own site for every browser', () => {
    for (const path of ['/', '/west', '/../x', '/west/../..//'.replace('//', '/x')]) {
      expect(RETURN_PATH.test(path)).toBe(true);
      expect(new URL(path, 'https://buurtstem.example').origin).toBe('https://buurtstem.example');
    }
  });
});
