import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FONTS, loadSharp } from '@buurtstem/platform-api';
import type { ProposalAddress } from '@buurtstem/proposals-domain';
import { CARD, CARD_PHOTO } from './card-size';
import { CutPhoto } from './cut-photo';
import { Drawings } from './drawings';
import { ReadSharedPlan, type SharedPlan } from './read-shared-plan';
import type { Language } from './words';

/** A card weighs some 50 kB, with a photo 150, so these are 15 MB at most. */
const BOUNDS = { atOnce: 2, waiting: 40, kept: 100 };

export interface Card {
  /** Changes with everything that can be seen on it. */
  readonly etag: string;
  /** A photo is twice as large as PNG, and some sites show no card that is. */
  readonly type: 'image/png' | 'image/jpeg';
  bytes(): Promise<Buffer>;
}

/** The picture that other sites show beside a link to a plan. */
@Injectable()
export class DrawCard {
  private readonly cards = new Drawings<Buffer>(BOUNDS);

  constructor(
    private readonly plans: ReadSharedPlan,
    private readonly photos: CutPhoto,
  ) {}

  async of(address: ProposalAddress, language: Language): Promise<Card> {
    const plan = await this.plans.one(address);
    const { cardOf } = await template();
    // The photo by its name, which says its content: it is read when the card is drawn.
    const drawing = cardOf(plan, language, plan.photo?.path ?? null);
    const hash = createHash('sha256').update(drawing).digest('base64url');
    return {
      etag: `"${hash}"`,
      type: plan.photo ? 'image/jpeg' : 'image/png',
      bytes: () => this.cards.get(hash, () => this.draw(plan, language)),
    };
  }

  private async draw(plan: SharedPlan, language: Language): Promise<Buffer> {
    const { cardOf } = await template();
    if (plan.photo === null) return render(cardOf(plan, language, null));
    const photo = await this.photos.toFit(plan.photo, CARD_PHOTO);
    const image = photo && `data:image/jpeg;base64,${photo.toString('base64')}`;
    const drawn = await render(cardOf(plan, language, image));
    const sharp = await loadSharp();
    return sharp(drawn).jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer();
  }
}

/** Measures its words by the library for PDF, so it is loaded for the first card. */
const template = () => import('./card-template');

async function render(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: CARD.width },
    // Nothing of the machine's: the same card everywhere.
    font: { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}
