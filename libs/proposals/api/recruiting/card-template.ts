import { escapeHtml } from '@buurtstem/platform-api';
import { fit, legible, widthOf, type Setting } from '@buurtstem/platform-api/deferred';
import { CARD, CARD_PHOTO } from './card-size';
import { lookOf, type Look } from './looks';
import type { SharedPlan } from './read-shared-plan';
import { wordsOf, type Language } from './words';

const EDGE = 72;
const NUMBER = { font: 'strong', size: 84 } as const;
const BAR = { x: EDGE, y: 512, height: 22 };
const PANEL = { x: 804, y: 412, width: CARD.width - EDGE - 804, height: 158 };
const PANEL_PADDING = 28;
const NAME = { x: EDGE + 68, size: 34 };

/** How wide the words may be, and how large the title. */
interface Room {
  readonly right: number;
  readonly title: { readonly sizes: readonly number[]; readonly lines: number };
  readonly bar: number;
}
const ALONE: Room = {
  right: CARD.width - EDGE,
  title: { sizes: [76, 66, 58, 50], lines: 3 },
  bar: 660,
};
const BESIDE_PHOTO: Room = {
  right: CARD_PHOTO.x - 40,
  title: { sizes: [62, 54, 46, 40, 34], lines: 4 },
  bar: CARD_PHOTO.x - 40 - EDGE,
};

/** The card of a plan as SVG. What people wrote is text in it, in signs that the font has; the photo is an address or the data itself. */
export function cardOf(plan: SharedPlan, language: Language, photo: string | null): string {
  const look = lookOf(plan.district.theme);
  const room = photo === null ? ALONE : BESIDE_PHOTO;
  const { votes, threshold } = wordsOf(plan, language);
  const noun = EDGE + widthOf(votes.number, NUMBER) + 18;
  const needed = fit(threshold, { font: 'regular', sizes: [34, 30, 26], width: room.bar, lines: 1 });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="Source Sans 3">
<rect width="${CARD.width}" height="${CARD.height}" fill="${look.bg}"/>
${photo === null ? '' : `<image x="${CARD_PHOTO.x}" y="${CARD_PHOTO.y}" width="${CARD_PHOTO.width}" height="${CARD_PHOTO.height}" preserveAspectRatio="xMidYMid slice" href="${escapeHtml(photo)}"/>`}
<rect width="${CARD.width}" height="12" fill="${look.primary}"/>
${head(plan, look, room)}
${title(plan, look, room)}
${line(votes.number, { x: EDGE, y: 484, size: NUMBER.size, fill: look.for, weight: 600 })}
${line(votes.noun, { x: noun, y: 484, size: 40, fill: look.text, weight: 600 })}
${bar(plan, look, room)}
${line(needed.lines[0] ?? '', { x: EDGE, y: 582, size: needed.size, fill: look['text-subtle'] })}
${panel(plan, language, look)}
</svg>`;
}

function head({ district, neighbourhood }: SharedPlan, look: Look, { right }: Room): string {
  const { size } = NAME;
  const name = legible(`Buurtstem ${district.name}`);
  const width = Math.min(480, right - NAME.x - widthOf(name, { font: 'strong', size }) - 24);
  const place =
    neighbourhood === null
      ? { size, lines: [] }
      : fit(legible(neighbourhood), { font: 'regular', sizes: [size, 30, 26], width, lines: 1 });
  const subtle = { x: right, y: 92, size: place.size, fill: look['text-subtle'], anchor: 'end' } as const;
  return `<g transform="translate(${EDGE} 50) scale(1.35)">
<path fill="${look.primary}" d="M4 16 20 3l16 13v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"/>
<circle cx="20" cy="23" r="9" fill="${look.bg}"/>
<circle cx="20" cy="23" r="5" fill="${look.highlight}"/>
</g>
${line(name, { x: NAME.x, y: 92, size, fill: look.text, weight: 600 })}
${place.lines.map((text) => line(text, subtle)).join('')}`;
}

function title(plan: SharedPlan, look: Look, room: Room): string {
  const width = room.right - EDGE;
  const { size, lines }: Setting = fit(legible(plan.title), { font: 'strong', width, ...room.title });
  const step = size * 1.14;
  return lines
    .map((text, index) =>
      line(text, { x: EDGE, y: 150 + size * 0.82 + index * step, size, fill: look.text, weight: 600 }),
    )
    .join('\n');
}

/** Votes for on the way to the threshold, which is the line. */
function bar({ votesFor, threshold }: SharedPlan, look: Look, { bar: width }: Room): string {
  const { x, y, height } = BAR;
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
