import { escapeHtml } from '@buurtstem/platform-api';
import type { Language } from '@buurtstem/notifications-domain';

/** One piece of a mail; both the plain text and the HTML are made from the same pieces. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** How somebody stops mail like this one: a page for people, an address for mail programs (RFC 8058). */
export interface WayToStop {
  readonly why: string;
  readonly label: string;
  readonly page: string;
  readonly oneClick: string;
}

export interface MailText {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Dutch unless it says otherwise. */
  readonly language?: Language;
  /** Not there where a mail cannot be stopped. */
  readonly stop?: WayToStop;
}

export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text });
export const heading = (text: string): MailBlock => ({ kind: 'heading', text });
export const code = (text: string): MailBlock => ({ kind: 'code', text });
export const link = (label: string, url: string): MailBlock => ({ kind: 'link', label, url });

/** The plain text of a mail: a blank line between the pieces, each address on a line of its own. */
export function toPlainText({ blocks, stop }: MailText): string {
  const pieces = blocks.map((block) =>
    block.kind === 'link' ? `${block.label}:\n${block.url}` : block.text,
  );
  const foot = stop ? [`--\n${stop.why}\n${stop.label}:\n${stop.page}`] : [];
  return `${[...pieces, ...foot].join('\n\n')}\n`;
}

const BUTTON =
  'background:#0b5563;color:#ffffff;padding:14px 22px;border-radius:8px;text-decoration:none;display:inline-block';

/** The same mail as HTML. Mail programs know no style sheets, so the styles stand on the elements. */
export function toHtml(mail: MailText): string {
  const blocks = mail.blocks.map((block) => {
    switch (block.kind) {
      case 'code':
        return `<p style="font-size:32px;font-weight:700;letter-spacing:6px;margin:24px 0">${escapeHtml(block.text)}</p>`;
      case 'heading':
        return `<h2 style="font-size:22px;line-height:1.3;margin:32px 0 8px">${escapeHtml(block.text)}</h2>`;
      case 'link':
        return `<p style="margin:24px 0"><a href="${escapeHtml(block.url)}" style="${BUTTON}">${escapeHtml(block.label)}</a></p>`;
      case 'paragraph':
        return `<p>${escapeHtml(block.text)}</p>`;
    }
  });
  return `<!doctype html><html lang="${mail.language ?? 'nl'}"><head><meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title></head><body style="font-family:system-ui,sans-serif;font-size:18px;line-height:1.5;color:#17242a;max-width:38rem;margin:24px">${blocks.join('')}${footOf(mail)}</body></html>`;
}

function footOf({ stop }: MailText): string {
  if (!stop) return '';
  return `<p style="font-size:16px;color:#4a5a60;border-top:1px solid #d0dcda;padding-top:16px;margin-top:32px">${escapeHtml(stop.why)} <a href="${escapeHtml(stop.page)}" style="color:#0b5563">${escapeHtml(stop.label)}</a></p>`;
}
