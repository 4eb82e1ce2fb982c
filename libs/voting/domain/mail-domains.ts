/**
 * Mail domains that anybody may have an address at, so that many voters with one of them tell nothing: the large
 * providers of the world, and those of Dutch homes.
 */
const SHARED_MAIL_DOMAINS: ReadonlySet<string> = new Set([
  'aol.com',
  'caiway.nl',
  'casema.nl',
  'chello.nl',
  'delta.nl',
  'fastmail.com',
  'gmail.com',
  'gmx.com',
  'gmx.net',
  'googlemail.com',
  'hccnet.nl',
  'hetnet.nl',
  'home.nl',
  'hotmail.com',
  'hotmail.nl',
  'icloud.com',
  'kpnmail.nl',
  'kpnplanet.nl',
  'live.com',
  'live.nl',
  'mac.com',
  'me.com',
  'msn.com',
  'online.nl',
  'onsbrabantnet.nl',
  'outlook.com',
  'outlook.nl',
  'planet.nl',
  'proton.me',
  'protonmail.com',
  'quicknet.nl',
  'solcon.nl',
  'telfort.nl',
  'tele2.nl',
  'upcmail.nl',
  'versatel.nl',
  'wxs.nl',
  'xs4all.nl',
  'yahoo.com',
  'ziggo.nl',
  'zonnet.nl',
]);

/** The part of an e-mail address behind its last @, in lower case; empty where there is none. */
export function mailDomainOf(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0 ? '' : email.slice(at + 1).toLowerCase();
}

/** Whether residents who know nothing of each other have addresses there. */
export function isSharedMailDomain(domain: string): boolean {
  return SHARED_MAIL_DOMAINS.has(domain);
}
