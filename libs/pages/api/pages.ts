import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  FIRST_CLAIM,
  type AccessibilityClaim,
  type Page,
  type PageText,
  type WrittenPages,
} from '@buurtstem/pages-domain';
import { Clock, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { AccessibilityClaimEntity, PageEntity, PageVersionEntity } from './entities';

/** Who writes; the name is kept as it was. */
export type Writer = Pick<CurrentAccount, 'id' | 'displayName' | 'email'>;

/** Questions about the pages that a district keeps, and the one way in which a page is changed. */
@Injectable()
export class Pages {
  constructor(private readonly clock: Clock) {}

  /** One writer at a time in a district: pages are counted, and versions are numbered. */
  async lock(em: EntityManager, districtId: number): Promise<void> {
    await em.query('select from district where id = $1 for no key update', [districtId]);
  }

  find(em: EntityManager, districtId: number, slug: string): Promise<PageEntity | null> {
    return em.findOneBy(PageEntity, { districtId, slug });
  }

  all(em: EntityManager, districtId: number): Promise<PageEntity[]> {
    return em.find(PageEntity, { where: { districtId }, order: { title: 'asc', slug: 'asc' } });
  }

  /** The page, or a refusal. */
  async existing(em: EntityManager, districtId: number, slug: string): Promise<PageEntity> {
    const page = await this.find(em, districtId, slug);
    if (!page) throw new Refusal('page-not-found');
    return page;
  }

  async written(em: EntityManager, districtId: number, slug: string): Promise<WrittenPages> {
    return {
      page: await this.find(em, districtId, slug),
      count: await em.countBy(PageEntity, { districtId }),
      lastVersion: (await em.maximum(PageVersionEntity, 'version', { districtId, slug })) ?? 0,
    };
  }

  history(em: EntityManager, districtId: number, slug: string): Promise<PageVersionEntity[]> {
    return em.find(PageVersionEntity, { where: { districtId, slug }, order: { version: 'desc' } });
  }

  /** Keeps the page as it is from now on, and the trace of who made it so. */
  async keep(em: EntityManager, districtId: number, page: Page, writer: Writer): Promise<void> {
    const now = await this.clock.now(em);
    const { slug, state, version } = page;
    const texts = textsOf(page);
    await em.save(PageEntity, { districtId, slug, state, version, ...texts, changedAt: now });
    await em.insert(PageVersionEntity, {
      districtId,
      slug,
      version,
      state,
      ...texts,
      ...actor(writer),
      writtenAt: now,
    });
  }

  /** Takes the page away; its versions stay, and one more that says who took it away. */
  async remove(em: EntityManager, districtId: number, page: Page, writer: Writer): Promise<void> {
    const { slug, version } = page;
    await em.delete(PageEntity, { districtId, slug });
    await em.insert(PageVersionEntity, {
      districtId,
      slug,
      version: version + 1,
      state: 'removed',
      ...textsOf(page),
      ...actor(writer),
      writtenAt: await this.clock.now(em),
    });
  }

  async claim(em: EntityManager, districtId: number): Promise<AccessibilityClaim> {
    const [latest] = await em.find(AccessibilityClaimEntity, {
      where: { districtId },
      order: { version: 'desc' },
      take: 1,
    });
    if (!latest) return FIRST_CLAIM;
    const { status, contact, auditUrl, version } = latest;
    return { status, contact, auditUrl, version };
  }

  async keepClaim(
    em: EntityManager,
    districtId: number,
    claim: AccessibilityClaim,
    writer: Writer,
  ): Promise<void> {
    const claimedAt = await this.clock.now(em);
    await em.insert(AccessibilityClaimEntity, { districtId, ...claim, ...actor(writer), claimedAt });
  }
}

function textsOf({ title, body, titleEn, bodyEn }: PageText): PageText {
  return { title, body, titleEn, bodyEn };
}

function actor({ id, displayName, email }: Writer): { actorId: string; actorName: string } {
  return { actorId: id, actorName: displayName ?? email };
}
