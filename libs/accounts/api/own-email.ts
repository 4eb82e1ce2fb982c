import { domainsOf, parseEmail, type EmailAddress } from '@buurtstem/accounts-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

const THROW_AWAY = disposableEmailBlocklistSet();

/**
 * An address that mail reaches and that its owner keeps. Who hands out throw-away addresses under a domain also does
 * so under its subdomains, so those count too.
 */
export function parseOwnEmail(text: string): EmailAddress {
  const email = parseEmail(text);
  if (!email.ok) {
    throw new Refusal(email.refusal, [
      { field: 'email', code: email.refusal, message: 'is not an e-mail address' },
    ]);
  }
  if (domainsOf(email.value).some((domain) => THROW_AWAY.has(domain))) {
    throw new Refusal('email-throw-away', [
      { field: 'email', code: 'email-throw-away', message: 'is an address to throw away' },
    ]);
  }
  return email.value;
}
