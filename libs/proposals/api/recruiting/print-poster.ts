import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@buurtstem/platform-api';
import { shortPath, type ProposalAddress } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { CutPhoto } from './cut-photo';
import { Drawings } from './drawings';
import type { PaperSize } from './paper-size';
import { ReadSharedPlan } from './read-shared-plan';
import type { Language } from './words';

/** A poster weighs some 20 kB, with a photo up to 300 kB: 15 MB at most. */
const BOUNDS = { atOnce: 1, waiting: 20, kept: 50 };

export interface PrintedPoster {
  readonly etag: string;
  readonly name: string;
  bytes(): Promise<Buffer>;
}

/** The poster of a plan that one can vote on; any other asks for nothing. */
@Injectable()
export class PrintPoster {
  private readonly posters = new Drawings<Buffer>(BOUNDS);

  constructor(
    private readonly plans: ReadSharedPlan,
    private readonly photos: CutPhoto,
    private readonly config: Config,
  ) {}

  async of(address: ProposalAddress, size: PaperSize, language: Language): Promise<PrintedPoster> {
    const plan = await this.plans.one(address);
    if (!plan.isOpen) throw new Refusal('proposal-not-open');
    const link = this.config.publicUrl + shortPath(address);
    // The hour and the votes of now are not on it.
    const shown = { ...plan, now: null, votesFor: null, size, language, link };
    const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
    return {
      etag: `"${hash}"`,
      name: `${language === 'nl' ? 'affiche' : 'poster'}-${address.district}-${address.number}-${size}.pdf`,
      bytes: () =>
        this.posters.get(hash, async () => {
          // Brings the library for PDF along, so it is loaded for the first poster.
          const { printPoster } = await import('./poster');
          return printPoster(plan, {
            size,
            language,
            link,
            cut: (photo, frame) => this.photos.toFit(photo, frame),
          });
        }),
    };
  }
}
