/** One piece of a mail; both the plain text and the HTML are made from the same pieces. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export interface MailText {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text });
export const code = (text: string): MailBlock => ({ kind: 'code', text });
export const link = (label: string, url: string): MailBlock => ({ kind: 'link', label, url });

/** The plain text of a mail: a blank line between the pieces, each address on a line of its own. */
export function toPlainText(mail: MailText): string {
  return `${mail.blocks.map((block) => (block.kind === 'link' ? `${block.label}:\n${block.url}` : block.text)).join('\n\n')}\n`;
}

/** The same mail as HTML. Mail programs know no style sheets, so the styles stand on the elements. */
export function toHtml(mail: MailText): string {
  const blocks = mail.blocks.map((block) => {
    if (block.kind === 'code') {
      return `<p style="font-size:32px;font-weight:700;letter-spacing:6px;margin:24px 0">${escapeHtml(block.text)}</p>`;
    }
    if (block.kind === 'link') {
      const style =
        'background:#0b5563;color:#ffffff;padding:14px 22px;border-radius:8px;text-decoration:none;display:inline-block';
      return `<p style="margin:24px 0"><a href="${escapeHtml(block.url)}" style="${style}">${escapeHtml(block.label)}</a></p>`;
    }
    return `<p>${escapeHtml(block.text)}</p>`;
  });
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title></head><body style="font-family:system-ui,sans-serif;font-size:18px;line-height:1.5;color:#17242a;max-width:38rem;margin:24px">${blocks.join('')}</body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
