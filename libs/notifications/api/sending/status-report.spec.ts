import { readStatusReport } from './status-report';

const REPORT = `Return-Path: <>
From: MAILER-DAEMON@mx.voorbeeld.example (Mail Delivery System)
To: noreply@buurtstem.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="ABC.1764/mx.voorbeeld.example"

This is a MIME-encapsulated message.

--ABC.1764/mx.voorbeeld.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--ABC.1764/mx.voorbeeld.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.voorbeeld.example
X-Postfix-Queue-ID: 12345
Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0000 (UTC)

Final-Recipient: rfc822; laura@voorbeeld.example
Original-Recipient: rfc822;laura@voorbeeld.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.voorbeeld.example
Diagnostic-Code: smtp; 550 5.1.1 <laura@voorbeeld.example>: Recipient address
    rejected: User unknown

--ABC.1764/mx.voorbeeld.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Message-ID: <0197c0de-0000-7000-8000-000000000001@buurtstem.example>
Subject: Gewonnen
To: laura@voorbeeld.example

--ABC.1764/mx.voorbeeld.example--
`;

describe('a delivery status notification', () => {
  const failed = {
    recipient: 'laura@voorbeeld.example',
    status: '5.1.1',
    detail: '550 5.1.1 <laura@voorbeeld.example>: Recipient address rejected: User unknown',
  };

  it.each([
    ['with lines as they are sent', REPORT.replace(/\n/g, '\r\n')],
    ['with lines as they are filed', REPORT],
  ])('says which mail did not arrive, and why, %s', (_how, raw) => {
    expect(readStatusReport(raw)).toEqual({
      messageId: '0197c0de-0000-7000-8000-000000000001@buurtstem.example',
      failed: [failed],
    });
  });

  it('may hold the whole mail, and be about several recipients', () => {
    const other = `Final-Recipient: rfc822; omar@voorbeeld.example\nAction: failed\nStatus: 5.2.2 (full)\n`;
    const raw = REPORT.replace('text/rfc822-headers', 'message/rfc822').replace(
      '\n--ABC.1764/mx.voorbeeld.example\nContent-Description: Undelivered',
      `\n${other}$&`,
    );
    expect(readStatusReport(raw)).toEqual({
      messageId: '0197c0de-0000-7000-8000-000000000001@buurtstem.example',
      failed: [failed, { recipient: 'omar@voorbeeld.example', status: '5.2.2', detail: '' }],
    });
  });

  it.each([
    ['a delay', REPORT.replace('Action: failed', 'Action: delayed').replace('Status: 5', 'Status: 4')],
    ['a delivery', REPORT.replace('Action: failed', 'Action: delivered').replace('Status: 5', 'Status: 2')],
    ['a failure that is not for good', REPORT.replace('Status: 5.1.1', 'Status: 4.4.1')],
    ['nothing that one could read', REPORT.replace('Status: 5.1.1', 'Status: five')],
  ])('of %s tells of no bounce', (_what, raw) => {
    expect(readStatusReport(raw)?.failed).toEqual([]);
  });

  it('does not always say which mail it is about', () => {
    expect(readStatusReport(REPORT.replace('text/rfc822-headers', 'text/plain'))?.messageId).toBeNull();
    expect(readStatusReport(REPORT.replace(/<0197[^>]*>/, 'none'))?.messageId).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['a letter', 'Subject: Dag\n\nHoi, ik ben er volgende week weer.\n'],
    ['a read receipt', REPORT.replace('report-type=delivery-status', 'report-type=disposition-notification')],
    ['without its boundary', REPORT.replace(/boundary="[^"]*"/, 'x=y')],
    ['without the part that counts', REPORT.replace('message/delivery-status', 'text/plain')],
  ])('is not what is %s', (_what, raw) => {
    expect(readStatusReport(raw)).toBeNull();
  });
});
