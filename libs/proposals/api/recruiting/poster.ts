import {
  fit,
  legible,
  openDocument,
  widthOf,
  type OpenDocument,
  type Setting,
} from '@buurtstem/platform-api/deferred';
import { encode } from 'uqr';
import { lookOf, type Look } from './looks';
import type { Frame } from './cut-photo';
import type { PaperSize } from './paper-size';
import { A4, EDGE, heightOf, LEADING, PLAN_GAP, settlePlan, WIDTH, type PosterPlan } from './poster-plan';
import { posterWords } from './poster-words';
import type { SharedPhoto, SharedPlan } from './read-shared-plan';
import type { Language } from './words';

export interface PosterOptions {
  readonly size: PaperSize;
  readonly language: Language;
  /** What the code leads to; its words leave out the scheme. */
  readonly link: string;
  /** Cuts the photo; null where its file has gone. */
  readonly cut: (photo: SharedPhoto, frame: Frame) => Promise<Buffer | null>;
}

/** Dots of a photo for each point: 180 in an inch, more than the eye sees from where one reads a poster. */
const DOTS = 2.5;

const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

/** A poster for the stairwell and the shop window: the plan, until when, and the way to vote. Tagged, code in vectors. */
export async function printPoster(asked: SharedPlan, options: PosterOptions): Promise<Buffer> {
  const { size, language } = options;
  const photo = await cutFor(asked, options);
  const plan = photo ? asked : { ...asked, photo: null };
  const words = posterWords(plan, language, options.link);
  const sheet = openDocument({
    title: words.documentTitle,
    // The same poster is the same bytes.
    date: plan.closesAt ?? new Date(0),
    lang: language,
    size: size === 'a3' ? 'A3' : 'A4',
    margins: NO_MARGINS,
  });
  const { doc, root } = sheet;
  doc.scale(doc.page.width / A4.width);
  const settled = settlePlan(plan);
  const poster = new Poster(sheet, lookOf(plan.district.theme), settled);
  poster.ground();
  poster.head(legible(`Buurtstem ${plan.district.name}`));
  if (photo) poster.photo(photo, plan.photo?.alt ?? '');
  poster.plan();
  poster.panel(words.ask, words.until, words.needed);
  poster.way(words.how, words.steps, options.link, words.codeAlt);
  poster.foot(words.foot);
  root.end();
  return sheet.finish();
}

async function cutFor(plan: SharedPlan, { size, cut }: PosterOptions): Promise<Buffer | null> {
  const { photo: frame } = settlePlan(plan);
  if (!plan.photo || !frame) return null;
  const dots = DOTS * (size === 'a3' ? Math.SQRT2 : 1);
  return cut(plan.photo, { width: Math.round(frame.width * dots), height: Math.round(frame.height * dots) });
}

class Poster {
  private y: number;

  constructor(
    private readonly sheet: OpenDocument,
    private readonly look: Look,
    private readonly settled: PosterPlan,
  ) {
    this.y = settled.division.top;
  }

  /** Bands of colour: for the eye alone. */
  ground(): void {
    this.decoration(() => {
      const { doc } = this.sheet;
      doc.rect(0, 0, A4.width, 14).fill(this.look.primary);
      doc.rect(0, A4.height - 58, A4.width, 58).fill(this.look.primary);
    });
  }

  head(name: string): void {
    this.decoration(() => {
      const { doc } = this.sheet;
      doc.save().translate(EDGE, 34).scale(0.95);
      doc.path('M4 16 20 3l16 13v18a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z').fill(this.look.primary);
      doc.circle(20, 23, 9).fill(this.look.bg);
      doc.circle(20, 23, 5).fill(this.look.highlight);
      doc.restore();
    });
    this.text('P', { size: 20, lines: [name] }, { font: 'strong', x: EDGE + 48, y: 42 });
  }

  /** Without a text in its place it is there for the eye alone, as on the site. */
  photo(bytes: Buffer, alt: string): void {
    const { photo: frame, division } = this.settled;
    if (!frame) return;
    const { doc, root } = this.sheet;
    const { y } = this;
    const draw = (): void => {
      doc.save().roundedRect(EDGE, y, frame.width, frame.height, this.look.radius).clip();
      doc.image(bytes, EDGE, y, { width: frame.width, height: frame.height });
      doc.restore();
    };
    if (alt === '') this.decoration(draw);
    else root.add(doc.struct('Figure', this.figure(alt, EDGE, y, frame), draw));
    this.y += frame.height + PLAN_GAP + division.gap / 4;
  }

  plan(): void {
    const { title, place, summary, division } = this.settled;
    this.flow('H1', title, { font: 'strong', after: PLAN_GAP });
    this.flow('P', place, { fill: this.look['text-subtle'], after: PLAN_GAP });
    this.flow('P', summary, { after: division.gap });
  }

  /** Yellow means the count. */
  panel(ask: string, until: string, needed: string): void {
    const padding = this.settled.photo ? 16 : 22;
    const room = { width: WIDTH - 2 * padding, lines: 1 };
    const parts = [
      { font: 'strong', set: fit(ask, { font: 'strong', sizes: [22], ...room }) },
      { font: 'strong', set: fit(until, { font: 'strong', sizes: [30, 27, 25, 23], ...room }) },
      { font: 'regular', set: fit(needed, { font: 'regular', sizes: [20], ...room }) },
    ] as const;
    const height = parts.reduce((sum, { set }) => sum + heightOf(set) + 4, 2 * padding - 4);
    const { division } = this.settled;
    // Long titles push it down, short ones leave it where the eye expects it.
    this.y = Math.max(this.y, division.panel);
    const { y } = this;
    this.decoration(() => {
      this.sheet.doc.roundedRect(EDGE, y, WIDTH, height, this.look.radius).fill(this.look.highlight);
    });
    this.y += padding;
    for (const { font, set } of parts)
      this.flow('P', set, { font, x: EDGE + padding, fill: this.look['on-highlight'], after: 4 });
    this.y = y + height + division.gap;
  }

  way(how: string, [scan, orGoTo, read]: readonly [string, string, string], link: string, alt: string): void {
    const { code, aboveFoot } = this.settled.division;
    const top = Math.max(this.y, A4.height - 58 - code - aboveFoot);
    this.code(link, alt, EDGE, top);
    const x = EDGE + code + 30;
    const room = { width: A4.width - EDGE - x, lines: 3 };
    this.y = top - 4;
    this.flow('H2', { size: 26, lines: [how] }, { font: 'strong', x, after: 8 });
    this.flow('P', fit(scan, { font: 'regular', sizes: [19], ...room }), { x, after: 6 });
    this.flow('P', fit(orGoTo, { font: 'regular', sizes: [19], ...room }), { x, after: 0 });
    this.flow('P', typedLink(link, room.width), { font: 'strong', x, after: 10 });
    this.flow('P', fit(read, { font: 'regular', sizes: [19], ...room }), { x, after: 0 });
  }

  foot(words: string): void {
    const set = fit(words, { font: 'regular', sizes: [15, 14, 13, 12], width: WIDTH, lines: 1 });
    const y = A4.height - 58 + (58 - heightOf(set)) / 2;
    this.text('P', set, { y, fill: this.look['on-primary'] });
  }

  /** Black on white in every look, with the quiet edge that readers need; the rows' dark runs are one shape. */
  private code(link: string, alt: string, x: number, y: number): void {
    const { data, size } = encode(link, { ecc: 'M', border: 0 });
    const { code } = this.settled.division;
    const step = code / size;
    const { doc, root } = this.sheet;
    root.add(
      doc.struct('Figure', this.figure(alt, x, y, { width: code, height: code }), () => {
        for (const [row, cells] of data.entries()) {
          for (let from = 0; from < size; from += 1) {
            if (!cells[from]) continue;
            let to = from;
            while (cells[to]) to += 1;
            doc.rect(x + from * step, y + row * step, (to - from) * step, step);
            from = to;
          }
        }
        doc.fill('#000000');
      }),
    );
  }

  /** What stands in its place, and where it is. */
  private figure(alt: string, x: number, y: number, { width, height }: Frame): { alt: string } {
    const scale = this.sheet.doc.page.width / A4.width;
    const bbox = [x, y, x + width, y + height].map((each) => each * scale);
    return { alt, ...({ bbox } as object) };
  }

  /** A text of its own below what stands there. */
  private flow(tag: string, set: Setting, { after, ...style }: Style & { readonly after: number }): void {
    if (set.lines.length === 0) return;
    this.text(tag, set, { ...style, y: this.y });
    this.y += heightOf(set) + after;
  }

  private text(tag: string, { size, lines }: Setting, style: Style & { readonly y: number }): void {
    const { doc, root } = this.sheet;
    const { font = 'regular', x = EDGE, y, fill = this.look.text } = style;
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(fill);
        for (const [index, line] of lines.entries())
          doc.text(line, x, y + index * size * LEADING, { lineBreak: false });
      }),
    );
  }

  private decoration(draw: () => void): void {
    const { doc } = this.sheet;
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  }
}

interface Style {
  readonly font?: 'regular' | 'strong';
  readonly x?: number;
  readonly fill?: string;
}

/** The whole of the short link, never cut: on a second line after the host where it is long. */
function typedLink(link: string, width: number): Setting {
  const { host, pathname } = new URL(link);
  const one = fit(host + pathname, { font: 'strong', sizes: [22, 20, 18], width, lines: 1 });
  if (one.lines[0] === host + pathname) return one;
  const sizes = [20, 18, 16, 14, 12, 10];
  const size = sizes.find((each) => widthOf(host, { font: 'strong', size: each }) <= width) ?? 8;
  return { size, lines: [host, pathname] };
}
