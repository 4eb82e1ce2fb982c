import { escapeHtml, policyOfPlainPage } from '../html';

/** The same thing said in one language. */
export interface StaticWords {
  readonly lang: 'nl' | 'en';
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Where to go on; none where there is nowhere to go. */
  readonly link?: { readonly href: string; readonly words: string };
}

/** Values of the tokens of the default theme: a page that loads nothing cannot ask for the tokens themselves. */
const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --text: #17242a; --primary: #0b5563; --on-primary: #ffffff; --soft: #def0f1; --highlight: #ffcb45; --border: #d0dcda; --subtle: #4a5a60; }
@media (prefers-color-scheme: dark) { :root { --bg: #0f1719; --text: #e9f0ef; --primary: #7ed0d8; --on-primary: #062529; --soft: #12343a; --highlight: #e3b23c; --border: #2f3f43; --subtle: #b1c0c1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 1.1875rem/1.55 'Source Sans 3', system-ui, 'Segoe UI', Roboto, sans-serif; overflow-wrap: break-word; }
header { border-bottom: 1px solid var(--border); }
header p { display: flex; align-items: center; gap: 0.5rem; max-width: 72rem; min-height: 4rem; margin: 0 auto; padding: 0 1rem; font-size: 1.375rem; font-weight: 700; }
header svg { width: 2.5rem; height: 2.5rem; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1rem; text-align: center; }
.art { width: 8.75rem; height: 7.5rem; }
h1 { margin: 1rem 0; font-size: clamp(2rem, 1.6rem + 1.9vw, 3rem); line-height: 1.15; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 1rem 0; font-size: 1.375rem; line-height: 1.15; }
section + section { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--border); color: var(--subtle); }
p { margin: 1rem 0; }
a { display: inline-block; min-height: 3rem; padding: 0.55rem 1.5rem; border-radius: 999px; background: var(--primary); color: var(--on-primary); text-decoration: none; font-weight: 600; }
a:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
.house, .d { fill: var(--primary); }
.paper { fill: var(--bg); }
.mark, .c { fill: var(--highlight); }
.a { fill: var(--soft); }
.b { fill: none; stroke: var(--primary); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
`;

const LOGO = `<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path class="house" d="M4 16 20 3l16 13v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"/><circle class="paper" cx="20" cy="23" r="9"/><circle class="mark" cx="20" cy="23" r="5"/></svg>`;
/** The drawing that the site shows where the server is in trouble. */
const BUSY = `<svg class="art" viewBox="0 0 140 120" aria-hidden="true" focusable="false"><circle class="a" cx="70" cy="60" r="50"/><circle class="b" cx="48" cy="62" r="9"/><circle class="b" cx="92" cy="62" r="9"/><circle class="c" cx="70" cy="62" r="9"/><circle class="b" cx="70" cy="62" r="9"/></svg>`;

/** The policy under which such a page is sent: its own style sheet, by its hash, and nothing else. */
export const STATIC_POLICY = policyOfPlainPage(STYLE);

/** A page in the house's look that loads nothing and runs nothing, so that nothing in it can fail in its turn. */
export function staticPage(first: StaticWords, ...others: readonly StaticWords[]): string {
  return `<!doctype html>
<html lang="${first.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(first.heading)} - Buurtstem</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${LOGO}<span>Buurtstem</span></p></header>
<main>
${BUSY}
${section(first, 'h1')}
${others.map((words) => section(words, 'h2')).join('\n')}
</main>
</body>
</html>
`;
}

function section({ lang, heading, sentences, link }: StaticWords, level: 'h1' | 'h2'): string {
  const words = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n');
  const way = link ? `\n<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.words)}</a></p>` : '';
  return `<section lang="${lang}">
<${level}>${escapeHtml(heading)}</${level}>
${words}${way}
</section>`;
}
