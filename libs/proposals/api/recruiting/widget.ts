import { createHash } from 'node:crypto';
import { escapeHtml, policyOfPlainPage } from '@buurtstem/platform-api';
import { pagePath } from '@buurtstem/proposals-domain';
import { lookOf, type Look } from './looks';
import type { SharedPlan } from './read-shared-plan';
import { wordsOf, type Language } from './words';

/** A page for a frame, and the policy under which it is sent. */
export interface WidgetPage {
  readonly html: string;
  readonly policy: string;
  readonly etag: string;
}

const MISSING = {
  nl: {
    title: 'Dit plan bestaat niet',
    sentence: 'Misschien is het weggehaald.',
    act: 'Bekijk andere plannen',
  },
  en: { title: 'This plan does not exist', sentence: 'It may have been removed.', act: 'See other plans' },
} as const;

/** A plan as other sites show it: no script, nothing that is loaded, nothing that is kept of the reader. */
export function widgetOf(plan: SharedPlan, language: Language, publicUrl: string): WidgetPage {
  const look = lookOf(plan.district.theme);
  const { votes, threshold, left, act } = wordsOf(plan, language);
  const { slug: district, name } = plan.district;
  const page = publicUrl + pagePath({ district, number: plan.number });
  return framed(
    look,
    language,
    plan.title,
    `<p class="site">${escapeHtml(`Buurtstem ${name}`)}</p>
<h1>${escapeHtml(plan.title)}</h1>
<p class="votes"><b>${votes.number}</b> ${votes.noun}</p>
${bar(plan)}
<p class="soft">${threshold}</p>
<p class="left${plan.closesAt ? ' counts' : ''}"><b>${left.big}</b> ${left.small}</p>
${link(page, act)}`,
  );
}

/** What a frame shows of a plan that does not exist, or may not be seen. */
export function widgetOfNothing(language: Language, publicUrl: string): WidgetPage {
  const { title, sentence, act } = MISSING[language];
  return framed(
    lookOf(''),
    language,
    title,
    `<h1>${title}</h1>
<p>${sentence}</p>
${link(publicUrl, act)}`,
  );
}

function framed(look: Look, language: Language, title: string, main: string): WidgetPage {
  const style = styleOf(look);
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - Buurtstem</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  return {
    html,
    policy: policyOfPlainPage(style, '*'),
    etag: `"${createHash('sha256').update(html).digest('base64url')}"`,
  };
}

/** Out of the frame: one votes on the site itself, where the address bar says so. */
function link(address: string, words: string): string {
  return `<p><a href="${escapeHtml(address)}" target="_blank" rel="noopener">${words}</a></p>`;
}

/** Hidden from screen readers: the numbers stand above and below it. */
function bar({ votesFor, threshold }: SharedPlan): string {
  const scale = Math.max(threshold * 1.2, votesFor * 1.1, 1);
  const percent = (part: number): string => `${((100 * part) / scale).toFixed(1)}%`;
  const mark = percent(threshold);
  return `<svg class="bar" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="14" y="5" rx="7"/><rect class="fill" width="${percent(votesFor)}" height="14" y="5" rx="7"/><line class="halo" x1="${mark}" x2="${mark}" y2="24"/><line class="mark" x1="${mark}" x2="${mark}" y2="24"/></svg>`;
}

function styleOf(look: Look): string {
  return `
:root{color-scheme:light}
body{margin:0;background:${look.bg};color:${look.text};font:1.0625rem/1.5 "Source Sans 3",system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{display:grid;gap:.5rem;padding:1rem 1.25rem 1.25rem;border:1px solid ${look.border};border-top:.375rem solid ${look.primary};min-height:100vh;box-sizing:border-box;align-content:start}
h1,p{margin:0}
h1{font-size:1.375rem;line-height:1.2}
.site,.soft{color:${look['text-subtle']}}
.votes b{font-size:1.625rem;line-height:1;color:${look.for};font-variant-numeric:lining-nums tabular-nums}
.bar{display:block;width:100%;height:1.5rem}
.track{fill:${look.track}}
.fill{fill:${look.for}}
.halo{stroke:${look.bg};stroke-width:6}
.mark{stroke:${look.text};stroke-width:2}
.left{justify-self:start;padding:.25rem .75rem;border-radius:${look.radius / 2}px;background:${look.band}}
.counts{background:${look.highlight};color:${look['on-highlight']}}
a{display:inline-flex;align-items:center;min-height:3rem;margin-top:.25rem;padding:0 1.5rem;border-radius:${look.radius > 8 ? 999 : look.radius}px;background:${look.primary};color:${look['on-primary']};font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid ${look.focus};outline-offset:2px;box-shadow:0 0 0 2px ${look.bg}}
`;
}
