import { escapeHtml, fit, legible, widthOf, type Setting } from '@buurtstem/platform-api';
import { lookOf, type Look } from './looks';
import type { SharedPlan } from './read-shared-plan';
import { wordsOf, type Language } from './words';

/** What the sites that show such cards ask for. */
export const CARD = { width: 1200, height: 630 } as const;

const EDGE = 72;
const TITLE = { x: EDGE, y: 150, width: CARD.width - 2 * EDGE, sizes: [76, 66, 58, 50], lines: 3 };
const BAR = { x: EDGE, y: 512, width: 660, height: 22 };
const PANEL = { x: 804, y: 412, width: CARD.width - EDGE - 804, height: 158 };
const PANEL_PADDING = 28;

/** The card of a plan as SVG. What people wrote is text in it, in signs that the font has. */
export function cardOf(plan: SharedPlan, language: Language): string {
  const look = lookOf(plan.district.theme);
  const { votes, threshold } = wordsOf(plan, language);
  const number = { font: 'strong', size: 84 } as const;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="Source Sans 3">
<rect width="${CARD.width}" height="${CARD.height}" fill="${look.bg}"/>
<rect width="${CARD.width}" height="12" fill="${look.primary}"/>
${head(plan, look)}
${title(plan, look)}
${line(votes.number, { x: EDGE, y: 484, size: number.size, fill: look.for, weight: 600 })}
${line(votes.noun, { x: EDGE + widthOf(votes.number, number) + 18, y: 484, size: 40, fill: look.text, weight: 600 })}
${bar(plan, look)}
${line(threshold, { x: EDGE, y: 582, size: 34, fill: look['text-subtle'] })}
${panel(plan, language, look)}
</svg>`;
}

function head({ district, neighbourhood }: SharedPlan, look: Look): string {
  const size = 34;
  const place =
    neighbourhood === null
      ? []
      : fit(legible(neighbourhood), { font: 'regular', sizes: [size], width: 480, lines: 1 }).lines;
  return `<g transform="translate(${EDGE} 50) scale(1.35)">
<path fill="${look.primary}" d="M4 16 20 3l16 13v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"/>
<circle cx="20" cy="23" r="9" fill="${look.bg}"/>
<circle cx="20" cy="23" r="5" fill="${look.highlight}"/>
</g>
${line(legible(`Buurtstem ${district.name}`), { x: EDGE + 68, y: 92, size, fill: look.text, weight: 600 })}
${place.map((name) => line(name, { x: CARD.width - EDGE, y: 92, size, fill: look['text-subtle'], anchor: 'end' })).join('')}`;
}

function title(plan: SharedPlan, look: Look): string {
  const { size, lines }: Setting = fit(legible(plan.title), { font: 'strong', ...TITLE });
  const step = size * 1.14;
  return lines
    .map((text, index) =>
      line(text, { x: TITLE.x, y: TITLE.y + size * 0.82 + index * step, size, fill: look.text, weight: 600 }),
    )
    .join('\n');
}

/** Votes for on the way to the threshold, which is the line. */
function bar({ votesFor, threshold }: SharedPlan, look: Look): string {
  const { x, y, width, height } = BAR;
  const scale = Math.max(threshold * 1.2, votesFor * 1.1, 1);
  const [filled, mark] = [(width * votesFor) / scale, x + (width * threshold) / scale];
  const round = height / 2;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${look.track}"/>
<rect x="${x}" y="${y}" width="${filled.toFixed(1)}" height="${height}" rx="${Math.min(round, filled / 2).toFixed(1)}" fill="${look.for}"/>
<path d="M${mark.toFixed(1)} ${y - 9}v${height + 18}" stroke="${look.bg}" stroke-width="9"/>
<path d="M${mark.toFixed(1)} ${y - 9}v${height + 18}" stroke="${look.text}" stroke-width="4"/>`;
}

/** Yellow means the count, so a plan that is in none has no such panel. */
function panel(plan: SharedPlan, language: Language, look: Look): string {
  const { left } = wordsOf(plan, language);
  const { x, y, width, height } = PANEL;
  const ground = plan.closesAt ? look.highlight : look.band;
  const ink = plan.closesAt ? look['on-highlight'] : look.text;
  const room = { width: width - 2 * PANEL_PADDING, lines: 1 };
  const big = fit(left.big, { font: 'strong', sizes: [58, 50, 44], ...room });
  const small = fit(left.small, { font: 'regular', sizes: [34, 30, 26], ...room });
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${look.radius}" fill="${ground}"/>
${line(big.lines[0] ?? '', { x: x + PANEL_PADDING, y: y + 76, size: big.size, fill: ink, weight: 600 })}
${line(small.lines[0] ?? '', { x: x + PANEL_PADDING, y: y + 122, size: small.size, fill: ink })}`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: 600;
  readonly anchor?: 'end';
}

function line(text: string, { x, y, size, fill, weight, anchor }: Place): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}"${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeHtml(text)}</text>`;
}
