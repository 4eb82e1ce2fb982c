import { accept, refuse, type Result } from '@buurtstem/shared-domain';

/** One e-mail address twice: as mail goes to it, and in the one form that all its spellings share. */
export interface EmailAddress {
  readonly address: string;
  readonly canonical: string;
}

/** RFC 5321: the longest address and the longest part before the @, in characters. */
export const EMAIL_MAX_LENGTH = 254;
const LOCAL_MAX_LENGTH = 64;

/** Only what never needs quoting: a quoted part could carry a second recipient into a mail header. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** Letters, digits and hyphens; a domain in another script is accepted in its `xn--` form only. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** RFC 2606: never a place that mail reaches. Imported and erased accounts have such addresses, so nobody signs in as one. */
const NOWHERE = '.invalid';

/** Providers for whom dots in the name mean nothing; both domains are one mailbox. */
const DOTLESS_DOMAINS: readonly string[] = ['gmail.com', 'googlemail.com'];

/**
 * Reads an e-mail address. Mail to `Jan.Jansen+buurt@gmail.com` and `janjansen@googlemail.com` reaches one
 * mailbox, so both get one canonical form, and the database keeps one account per canonical form.
 */
export function parseEmail(text: string): Result<EmailAddress, 'email-not-valid'> {
  const address = text.normalize('NFC').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  const isValid =
    address.length <= EMAIL_MAX_LENGTH &&
    local.length <= LOCAL_MAX_LENGTH &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain) &&
    !domain.endsWith(NOWHERE);
  return isValid ? accept({ address, canonical: canonicalForm(local, domain) }) : refuse('email-not-valid');
}

function canonicalForm(local: string, domain: string): string {
  // An address that is nothing but a tag keeps it: there is no name without.
  const name = local.replace(/(?<=.)\+.*$/, '');
  return DOTLESS_DOMAINS.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}

/** The domain of an address and those that it is part of, without the last label alone: `a.b.nl` gives `a.b.nl`, `b.nl`. */
export function domainsOf({ address }: EmailAddress): string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
