/** What a delivery status notification says of one recipient (RFC 3464). */
export interface FailedDelivery {
  /** The address that the mail was for. */
  readonly recipient: string;
  /** `5.1.1` and the like (RFC 3463). */
  readonly status: string;
  readonly detail: string;
}

export interface StatusReport {
  /** The Message-ID of the mail that came back, without its brackets; null where the report does not say. */
  readonly messageId: string | null;
  /** Recipients whom the mail did not reach, for good. */
  readonly failed: readonly FailedDelivery[];
}

/**
 * Reads a delivery status notification, as a mail server sends it when mail cannot be delivered. Null where the text is
 * no such report. Only what failed for good is in it: delays and deliveries are no bounces.
 */
export function readStatusReport(raw: string): StatusReport | null {
  const mail = raw.replace(/\r\n/g, '\n');
  const type = fieldsOf(headOf(mail)).get('content-type') ?? '';
  const boundary = /boundary="?([^";\s]+)"?/i.exec(type)?.[1];
  if (!/^multipart\/report\b/i.test(type) || !/report-type="?delivery-status"?/i.test(type) || !boundary)
    return null;
  const parts = mail
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => part.replace(/^[^\n]*\n/, ''));
  const status = parts.find((part) => /^message\/(global-)?delivery-status/i.test(typeOf(part)));
  if (status === undefined) return null;
  const returned = parts.find((part) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers)/i.test(typeOf(part)),
  );
  const messageId = returned && fieldsOf(headOf(bodyOf(returned))).get('message-id');
  return {
    messageId: messageId === undefined ? null : (/<([^>]+)>/.exec(messageId)?.[1] ?? null),
    // The first group is about the whole mail, each of the others about one recipient.
    failed: bodyOf(status)
      .trim()
      .split(/\n\s*\n/)
      .slice(1)
      .flatMap(failureIn),
  };
}

function failureIn(group: string): FailedDelivery[] {
  const fields = fieldsOf(group);
  const recipient = /^[^;]*;\s*(\S+)/.exec(
    fields.get('original-recipient') ?? fields.get('final-recipient') ?? '',
  )?.[1];
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
  const isFailed = fields.get('action')?.toLowerCase().startsWith('failed') ?? false;
  if (!isFailed || recipient === undefined || status === undefined || !status.startsWith('5.')) return [];
  const detail = fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? '';
  return [{ recipient: recipient.replace(/^<|>$/g, ''), status, detail }];
}

function typeOf(part: string): string {
  return fieldsOf(headOf(part)).get('content-type') ?? '';
}

function headOf(part: string): string {
  return part.split(/\n\s*\n/, 1)[0] ?? '';
}

function bodyOf(part: string): string {
  const end = /\n\s*\n/.exec(part);
  return end ? part.slice(end.index + end[0].length) : '';
}

/** Header fields by their names in small letters, with folded lines made one; of a field that is there twice, the first. */
function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}
