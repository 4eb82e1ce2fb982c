import { escapeHtml, policyOfPlainPage } from '@buurtstem/platform-api';
import type { ExportedDistrict, PrintedAgenda, PrintedEntry } from './printed-agenda';

/** Colours of the reader's own choice of light or dark; on paper black. */
const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem;font:1.0625rem/1.5 "Source Sans 3",system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}
table{width:100%;border-collapse:collapse;margin:1.5rem 0}
caption{text-align:left;font-weight:700;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid currentColor}
.number{text-align:right}
td,thead th{white-space:nowrap}
.text{white-space:pre-line}
dt{font-weight:700}
dd{margin:0 0 .5rem}
@media print{section{break-inside:avoid}}
`;

/** The page loads nothing and runs nothing; its one style sheet is named by its hash. */
export const AGENDA_PAGE_POLICY = policyOfPlainPage(STYLE);

/** The agenda as a page that stands alone, to print and to keep: it needs nothing but itself. */
export function agendaPage(district: ExportedDistrict, agenda: PrintedAgenda, address: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${agenda.title}, ${agenda.when}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(agenda.title)}</h1>
<dl>
${fact('Wanneer', agenda.when)}
${fact('Plaats', agenda.place)}
${fact('Versie', agenda.version)}
${agenda.note === '' ? '' : fact('Veranderd', agenda.note)}
</dl>
</header>
<main>
${tableOf(agenda.entries)}
${agenda.entries.map(planSection).join('\n')}
</main>
<footer><p>${escapeHtml(`Buurtstem ${district.name}, ${district.municipality}`)}. <a href="${escapeHtml(address)}">Bekijk de agenda op de site</a></p></footer>
</body>
</html>
`;
}

function fact(name: string, value: string): string {
  return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`;
}

function tableOf(entries: readonly PrintedEntry[]): string {
  if (entries.length === 0) return '<p>Er staat nog niets op de agenda.</p>';
  const rows = entries.map(
    ({ number, startsAt, title, minutes, plan }) =>
      `<tr><td class="number">${number}</td><td>${startsAt}</td><th scope="row">${
        plan ? `<a href="#plan-${plan.number}">${escapeHtml(title)}</a>` : escapeHtml(title)
      }</th><td class="number">${minutes}</td></tr>`,
  );
  return `<table>
<caption>De agenda</caption>
<thead><tr><th scope="col" class="number">Nr</th><th scope="col">Tijd</th><th scope="col">Onderwerp</th><th scope="col" class="number">Minuten</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function planSection({ number, title, startsAt, endsAt, plan }: PrintedEntry): string {
  if (!plan) return '';
  const { note, outcome } = plan;
  return `<section id="plan-${plan.number}">
<h2>${number}. ${escapeHtml(title)}</h2>
<p>${escapeHtml(plan.summary)}</p>
<dl>
${fact('Tijd', `${startsAt} tot ${endsAt} uur`)}
${fact('Plan', `nummer ${plan.number}`)}
${plan.submitter === '' ? '' : fact('Indiener', plan.submitter)}
${fact('Stemmen', plan.votes)}
</dl>
${note ? `<h3>Uitleg van de gemeente, door ${escapeHtml(note.author)}</h3>\n<p class="text">${escapeHtml(note.text)}</p>` : ''}
${outcome === '' ? '' : `<h3>Besluit van de commissie</h3>\n<p class="text">${escapeHtml(outcome)}</p>`}
</section>`;
}
