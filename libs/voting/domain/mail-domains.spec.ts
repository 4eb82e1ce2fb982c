import { isSharedMailDomain, mailDomainOf } from './index';

describe('a mail domain', () => {
  it.each([
    ['laura@Voorbeeld.Example', 'voorbeeld.example'],
    ['"a@b"@voorbeeld.example', 'voorbeeld.example'],
    ['no address', ''],
  ])('of %s is %s', (email, domain) => {
    expect(mailDomainOf(email)).toBe(domain);
  });

  it('tells nothing where everybody has an address, and something where few do', () => {
    expect(['gmail.com', 'ziggo.nl', 'outlook.com', 'xs4all.nl'].map(isSharedMailDomain)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['voorbeeld.example', 'mail.gmail.com', ''].map(isSharedMailDomain)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
