import { Injectable } from '@nestjs/common';
import { mistakesIn, PAGE_LENGTHS, writePage, type PageText } from '@buurtstem/pages-domain';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Pages, type Writer } from './pages';

export interface WantedPage extends PageText {
  /** The version that the writer read; 0 for a new page. */
  readonly version: number;
}

/** Writes a new page, or another text for one that is there, standard pages included. */
@Injectable()
export class WritePage {
  constructor(
    private readonly transaction: Transaction,
    private readonly pages: Pages,
  ) {}

  async execute(districtId: number, slug: string, wanted: WantedPage, writer: Writer): Promise<void> {
    const mistakes = mistakesIn(wanted).map(({ field, code }) => ({ field, code, message: bounds(field) }));
    if (mistakes.length > 0) throw new Refusal('invalid-input', mistakes);
    await this.transaction.run(async (em) => {
      await this.pages.lock(em, districtId);
      const written = await this.pages.written(em, districtId, slug);
      const page = writePage(slug, wanted, wanted.version, written);
      if (!page.ok) throw new Refusal(page.refusal);
      await this.pages.keep(em, districtId, page.value, writer);
    });
  }
}

function bounds(field: keyof PageText): string {
  const { min, max } = field.startsWith('title') ? PAGE_LENGTHS.title : PAGE_LENGTHS.body;
  return `between ${min} and ${max} characters`;
}
