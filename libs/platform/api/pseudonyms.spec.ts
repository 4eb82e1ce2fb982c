import { testConfig } from './testing/test-app';
import { networkOf, Pseudonyms } from './pseudonyms';

describe('the network of a connection', () => {
  it.each([
    ['192.0.2.17', '192.0.2.17'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['2001:db8:12:34:a:b:c:d', '2001:db8:12:34::/64'],
    ['2001:0DB8:0012:0034::1', '2001:db8:12:34::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [undefined, ''],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('a pseudonym', () => {
  const config = (secret: string) => testConfig('postgres://nowhere', { SESSION_SECRET: secret });
  const one = new Pseudonyms(config('a'.repeat(32)));

  it('is the same for the same text, and another for another text, purpose or deployment', () => {
    const home = one.of('home', '1055AB 12');
    expect(home).toHaveLength(32);
    expect(one.of('home', '1055AB 12')).toEqual(home);
    expect(one.of('home', '1055AB 13')).not.toEqual(home);
    expect(one.of('network', '1055AB 12')).not.toEqual(home);
    expect(new Pseudonyms(config('b'.repeat(32))).of('home', '1055AB 12')).not.toEqual(home);
  });
});
