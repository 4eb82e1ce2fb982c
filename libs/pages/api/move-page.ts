import { Injectable } from '@nestjs/common';
import { mayRemove, mayRestore, movePage, type Page, type PageState } from '@buurtstem/pages-domain';
import { Transaction } from '@buurtstem/platform-api';
import { Refusal, type RefusalCode, type Result } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { Pages, type Writer } from './pages';

/** Publishes a page, takes it back, takes it away, or gives a standard page its standard text back. */
@Injectable()
export class MovePage {
  constructor(
    private readonly transaction: Transaction,
    private readonly pages: Pages,
  ) {}

  publish(districtId: number, slug: string, version: number, writer: Writer): Promise<void> {
    return this.move(districtId, slug, 'published', version, writer);
  }

  withdraw(districtId: number, slug: string, version: number, writer: Writer): Promise<void> {
    return this.move(districtId, slug, 'draft', version, writer);
  }

  remove(districtId: number, slug: string, version: number, writer: Writer): Promise<void> {
    return this.changed(districtId, slug, async (em, page) => {
      accepted(mayRemove(page, version));
      await this.pages.remove(em, districtId, page, writer);
    });
  }

  restoreStandard(districtId: number, slug: string, version: number, writer: Writer): Promise<void> {
    return this.changed(districtId, slug, async (em, page) => {
      accepted(mayRestore(page, version));
      await this.pages.remove(em, districtId, page, writer);
    });
  }

  private move(
    districtId: number,
    slug: string,
    state: PageState,
    version: number,
    writer: Writer,
  ): Promise<void> {
    return this.changed(districtId, slug, async (em, page) => {
      const moved = accepted(movePage(page, state, version));
      await this.pages.keep(em, districtId, moved, writer);
    });
  }

  private changed(
    districtId: number,
    slug: string,
    work: (em: EntityManager, page: Page) => Promise<void>,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      await this.pages.lock(em, districtId);
      await work(em, await this.pages.existing(em, districtId, slug));
    });
  }
}

function accepted<T>(result: Result<T, RefusalCode>): T {
  if (!result.ok) throw new Refusal(result.refusal);
  return result.value;
}
