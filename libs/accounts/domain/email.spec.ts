import { domainsOf, EMAIL_MAX_LENGTH, parseEmail } from './index';

const accepted = (address: string, canonical: string) => ({ ok: true, value: { address, canonical } });

describe('an e-mail address', () => {
  it.each([
    ['jan@voorbeeld.example', 'jan@voorbeeld.example', 'jan@voorbeeld.example'],
    ['JAN@voorbeeld.example', 'jan@voorbeeld.example', 'jan@voorbeeld.example'],
    ['jan@VOORBEELD.example', 'jan@voorbeeld.example', 'jan@voorbeeld.example'],
    ['  Jan@Voorbeeld.EXAMPLE ', 'jan@voorbeeld.example', 'jan@voorbeeld.example'],
    ['\tjan@voorbeeld.example\n', 'jan@voorbeeld.example', 'jan@voorbeeld.example'],
    ['jan+buurt@voorbeeld.example', 'jan+buurt@voorbeeld.example', 'jan@voorbeeld.example'],
    ['jan+a+b@voorbeeld.example', 'jan+a+b@voorbeeld.example', 'jan@voorbeeld.example'],
    ['JAN+Buurt@Voorbeeld.example', 'jan+buurt@voorbeeld.example', 'jan@voorbeeld.example'],
    ['jan+@voorbeeld.example', 'jan+@voorbeeld.example', 'jan@voorbeeld.example'],
    ['+jan@voorbeeld.example', '+jan@voorbeeld.example', '+jan@voorbeeld.example'],
    ['j.a.n@voorbeeld.example', 'j.a.n@voorbeeld.example', 'j.a.n@voorbeeld.example'],
    ['jan-peter@voorbeeld.example', 'jan-peter@voorbeeld.example', 'jan-peter@voorbeeld.example'],
    ['jan_peter@voorbeeld.example', 'jan_peter@voorbeeld.example', 'jan_peter@voorbeeld.example'],
    ['jan@gmail.com', 'jan@gmail.com', 'jan@gmail.com'],
    ['JAN@GMAIL.COM', 'jan@gmail.com', 'jan@gmail.com'],
    ['j.a.n@gmail.com', 'j.a.n@gmail.com', 'jan@gmail.com'],
    ['jan@googlemail.com', 'jan@googlemail.com', 'jan@gmail.com'],
    ['j.an@GoogleMail.com', 'j.an@googlemail.com', 'jan@gmail.com'],
    ['jan+plan@gmail.com', 'jan+plan@gmail.com', 'jan@gmail.com'],
    ['J.an+plan@googlemail.com', 'j.an+plan@googlemail.com', 'jan@gmail.com'],
    ['ja.n+a.b@gmail.com', 'ja.n+a.b@gmail.com', 'jan@gmail.com'],
    ['j.an@mail.gmail.com', 'j.an@mail.gmail.com', 'j.an@mail.gmail.com'],
    ['j.an@notgmail.com', 'j.an@notgmail.com', 'j.an@notgmail.com'],
    ['j.an@gmail.com.example', 'j.an@gmail.com.example', 'j.an@gmail.com.example'],
    ["o'brien@voorbeeld.example", "o'brien@voorbeeld.example", "o'brien@voorbeeld.example"],
    ['1234@voorbeeld.example', '1234@voorbeeld.example', '1234@voorbeeld.example'],
    ['jan@a.b.c.example', 'jan@a.b.c.example', 'jan@a.b.c.example'],
    ['jan@voor-beeld.example', 'jan@voor-beeld.example', 'jan@voor-beeld.example'],
    ['jan@xn--bcher-kva.example', 'jan@xn--bcher-kva.example', 'jan@xn--bcher-kva.example'],
    ['jan@example.xn--p1ai', 'jan@example.xn--p1ai', 'jan@example.xn--p1ai'],
    ['jan@invalid.example', 'jan@invalid.example', 'jan@invalid.example'],
  ])('S12: %j goes to %s and is known as %s', (text, address, canonical) => {
    expect(parseEmail(text)).toEqual(accepted(address, canonical));
  });

  it.each([
    [''],
    ['jan'],
    ['@voorbeeld.example'],
    ['jan@'],
    ['jan@localhost'],
    ['jan@127.0.0.1'],
    ['jan@voorbeeld..example'],
    ['jan@-voorbeeld.example'],
    ['jan@voorbeeld-.example'],
    ['jan@voorbeeld.example.'],
    ['jan@bücher.example'],
    ['jan@voorbeeld.example1'],
    ['.jan@voorbeeld.example'],
    ['jan.@voorbeeld.example'],
    ['ja..n@voorbeeld.example'],
    ['jan jansen@voorbeeld.example'],
    ['"jan"@voorbeeld.example'],
    ['jan@voorbeeld.example, piet@voorbeeld.example'],
    ['jan@voorbeeld.example\r\nBcc: piet@voorbeeld.example'],
    ['Jan <jan@voorbeeld.example>'],
    ['jan@piet@voorbeeld.example'],
    ['ján@voorbeeld.example'],
    ['jan@import.invalid'],
    ['jan@sub.import.INVALID'],
    [`${'a'.repeat(65)}@voorbeeld.example`],
    [`jan@${'a.'.repeat(130)}example`],
  ])('%j is refused', (text) => {
    expect(parseEmail(text)).toEqual({ ok: false, refusal: 'email-not-valid' });
  });

  it('is at most as long as mail allows', () => {
    const label = 'a'.repeat(61);
    const longest = `${'j'.repeat(60)}@${label}.${label}.${label}.example`;
    expect(longest.length).toBeLessThanOrEqual(EMAIL_MAX_LENGTH);
    expect(parseEmail(longest).ok).toBe(true);
    expect(parseEmail(`${'j'.repeat(64)}@${label}.${label}.${label}.exampleexample`).ok).toBe(false);
  });

  it('is under its domain, and under those that this one is part of', () => {
    expect(domainsOf({ address: 'jan@a.b.example', canonical: '' })).toEqual(['a.b.example', 'b.example']);
    expect(domainsOf({ address: 'jan@voorbeeld.nl', canonical: '' })).toEqual(['voorbeeld.nl']);
  });
});
