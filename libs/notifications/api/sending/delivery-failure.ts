/** Why a mail server did not take a mail. */
export type DeliveryFailure =
  /** This address does not take mail, and trying again does not help. */
  | { readonly kind: 'refused'; readonly status: string }
  /** Not now: a mailbox that is full, a server that is careful with strangers. */
  | { readonly kind: 'deferred'; readonly status: string }
  /** The server that takes our mail is away, or takes nothing from us: it is not about this mail. */
  | { readonly kind: 'server-down' };

/** What is not one address; no mail server is asked about it. */
export class NotOneAddress extends Error {
  constructor() {
    super('The recipient is not one e-mail address.');
  }
}

/** An answer to these commands is about the recipient and the mail; to any other, about us or the server. */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];
/** "Service not available, closing the transmission channel" (RFC 5321, 4.2.2), whatever was asked. */
const CLOSING = 421;
/** "Bad destination mailbox address syntax" (RFC 3463). */
const BAD_SYNTAX = '5.1.3';

/** Tells an address that is refused from one to try later, and both from a server that is down. */
export function deliveryFailure(error: unknown): DeliveryFailure {
  if (error instanceof NotOneAddress) return { kind: 'refused', status: BAD_SYNTAX };
  const { responseCode, response, command, code } = detailsOf(error);
  // Neither a server's answer nor a broken line: a defect of ours, which may be about this mail alone.
  if (responseCode === null && code === null) return { kind: 'deferred', status: 'none' };
  if (responseCode === null || responseCode === CLOSING) return { kind: 'server-down' };
  if (command === null || !ABOUT_THE_MAIL.includes(command)) return { kind: 'server-down' };
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? String(responseCode);
  return responseCode >= 500 ? { kind: 'refused', status } : { kind: 'deferred', status };
}

function detailsOf(error: unknown): {
  responseCode: number | null;
  response: string | null;
  command: string | null;
  code: string | null;
} {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' ? value : null;
  };
  const responseCode = typeof fields['responseCode'] === 'number' ? fields['responseCode'] : null;
  return { responseCode, response: text('response'), command: text('command'), code: text('code') };
}
