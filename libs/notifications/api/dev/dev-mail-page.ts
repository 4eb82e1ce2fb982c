import { escapeHtml, policyOfPlainPage } from '@buurtstem/platform-api';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** The colours and sizes of the site's own tokens (district West), light and dark. */
const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--band:#eef4f3;--text:#17242a;--subtle:#4a5a60;--border:#d0dcda;--primary:#0b5563;--highlight:#ffcb45;--on-highlight:#2a2000}
@media (prefers-color-scheme:dark){:root{--bg:#0f1719;--band:#141e21;--text:#e9f0ef;--subtle:#b1c0c1;--border:#2f3f43;--primary:#7ed0d8;--highlight:#e3b23c;--on-highlight:#221a00}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:400 1.1875rem/1.55 "Source Sans 3",system-ui,"Segoe UI",Roboto,sans-serif}
header{background:var(--band);border-bottom:1px solid var(--border);padding:1.5rem 1rem}
header>*,main{max-width:42rem;margin:0 auto}
main>*{margin-left:0;margin-right:0}
h1{font-size:clamp(2rem,1.6rem + 1.9vw,3rem);line-height:1.15;margin:0 auto .5rem}
header p{margin:0 auto;color:var(--subtle)}
main{padding:1rem}
@media (min-width:46rem){main{padding:1rem 0}}
article{border-bottom:1px solid var(--border);padding:1.5rem 0}
h2{font-size:1.375rem;line-height:1.3;margin:0;overflow-wrap:anywhere}
.meta{color:var(--subtle);font-size:1.0625rem;margin:.25rem 0 1rem;overflow-wrap:anywhere}
.text{white-space:pre-line;overflow-wrap:anywhere;margin:0}
.code{display:inline-block;background:var(--highlight);color:var(--on-highlight);font-size:1.625rem;font-weight:700;letter-spacing:.2em;border-radius:.5rem;padding:.25rem .75rem}
a{color:var(--primary);text-underline-offset:.2em}
a:focus-visible{outline:3px solid currentColor;outline-offset:3px}
`;

/** A page of the demo loads nothing and runs nothing; its one style sheet is named by its hash. */
export const DEV_PAGE_POLICY = policyOfPlainPage(STYLE);

const WHEN = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** The mailbox as one page, newest mail first. */
export function mailboxPage(mails: readonly ReceivedMail[]): string {
  const list =
    mails.map(mailArticle).join('') ||
    '<p>Er is nog geen mail. Vraag op de site een code om in te loggen.</p>';
  return devPage(
    'Postvak van de demo',
    'Deze demo verstuurt geen e-mail. Alle berichten komen hier binnen, de nieuwste staat bovenaan. <a href="/dev/second-factor-codes">Naar de codes van de demo</a>. <a href="/">Naar de site</a>.',
    list,
  );
}

/** A page that stands beside the site of a demo; `introduction` and `main` are HTML. */
export function devPage(title: string, introduction: string, main: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - Buurtstem</title><style>${STYLE}</style></head>
<body>
<header><h1>${title}</h1><p>${introduction}</p></header>
<main>${main}</main>
</body>
</html>`;
}

function mailArticle(mail: ReceivedMail): string {
  const when = `<time datetime="${mail.sentAt.toISOString()}">${WHEN.format(mail.sentAt)}</time>`;
  return `<article><h2>${escapeHtml(mail.subject)}</h2><p class="meta">Aan ${escapeHtml(mail.to)}, ${when}</p><p class="text">${withMarks(mail.text.trim())}</p></article>`;
}

/** Escaped text in which addresses can be followed and a code on a line of its own stands out. */
function withMarks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => {
      const safe = escapeHtml(part);
      return index % 2 === 1
        ? `<a href="${safe}">${safe}</a>`
        : safe.replace(/^(\d{6})$/gm, '<span class="code">$1</span>');
    })
    .join('');
}
