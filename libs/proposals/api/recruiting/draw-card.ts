import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { renderAsync } from '@resvg/resvg-js';
import { FONTS } from '@buurtstem/platform-api';
import type { ProposalAddress } from '@buurtstem/proposals-domain';
import { CARD, cardOf } from './card-template';
import { Drawings } from './drawings';
import { ReadSharedPlan } from './read-shared-plan';
import type { Language } from './words';

/** A card weighs some 50 kB, so these are 5 MB at most. */
const BOUNDS = { atOnce: 2, waiting: 40, kept: 100 };

export interface Card {
  /** Changes with everything that can be seen on it. */
  readonly etag: string;
  bytes(): Promise<Buffer>;
}

/** The picture that other sites show beside a link to a plan. */
@Injectable()
export class DrawCard {
  private readonly cards = new Drawings<Buffer>(BOUNDS);

  constructor(private readonly plans: ReadSharedPlan) {}

  async of(address: ProposalAddress, language: Language): Promise<Card> {
    const svg = cardOf(await this.plans.one(address), language);
    const hash = createHash('sha256').update(svg).digest('base64url');
    return { etag: `"${hash}"`, bytes: () => this.cards.get(hash, () => draw(svg)) };
  }
}

async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: CARD.width },
    // Nothing of the machine's: the same card everywhere.
    font: { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}
