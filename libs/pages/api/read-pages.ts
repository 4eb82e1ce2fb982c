import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import {
  isStandardSlug,
  STANDARD_SLUGS,
  standardText,
  type AccessibilityClaim,
  type PageText,
  type SiteFacts,
  type StandardSlug,
} from '@buurtstem/pages-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { PageEntity } from './entities';
import { Pages } from './pages';
import type {
  DeskPageDto,
  DeskPageListDto,
  DeskPageSummaryDto,
  SitePageDto,
  PageListDto,
  PageSummaryDto,
} from './pages.dto';

/** Pages as everybody reads them, and as editors see them: with drafts and who wrote what. */
@Injectable()
export class ReadPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly pages: Pages,
  ) {}

  async list(district: string): Promise<PageListDto> {
    const { manager } = this.dataSource;
    const facts = await this.facts(district);
    const published = (await this.pages.all(manager, facts.districtId)).filter(isPublished);
    const own = published.filter(({ slug }) => !isStandardSlug(slug)).map(summaryOf);
    const standard = STANDARD_SLUGS.map((slug) => {
      const changed = published.find((page) => page.slug === slug);
      return changed ? summaryOf(changed) : standardSummary(slug, standardText(slug, facts));
    });
    return { items: [...own, ...standard] };
  }

  async one(district: string, slug: string): Promise<SitePageDto> {
    const { manager } = this.dataSource;
    const facts = await this.facts(district);
    const page = await this.pages.find(manager, facts.districtId, slug);
    const accessibility = claimOn(slug, facts);
    if (page && isPublished(page)) return { ...summaryOf(page), ...bodies(page), accessibility };
    if (!isStandardSlug(slug)) throw new Refusal('page-not-found');
    const text = standardText(slug, facts);
    return { ...standardSummary(slug, text), ...bodies(text), accessibility };
  }

  async deskList(district: string): Promise<DeskPageListDto> {
    const facts = await this.facts(district);
    const all = await this.pages.all(this.dataSource.manager, facts.districtId);
    const own = all.filter(({ slug }) => !isStandardSlug(slug)).map(deskSummaryOf);
    const standard = STANDARD_SLUGS.map((slug): DeskPageSummaryDto => {
      const changed = all.find((page) => page.slug === slug);
      if (changed) return deskSummaryOf(changed);
      return { ...standardSummary(slug, standardText(slug, facts)), state: null, version: 0 };
    });
    return { items: [...own, ...standard], accessibility: { ...facts.claim } };
  }

  async deskOne(district: string, slug: string): Promise<DeskPageDto> {
    const { manager } = this.dataSource;
    const facts = await this.facts(district);
    const page = await this.pages.find(manager, facts.districtId, slug);
    if (!page && !isStandardSlug(slug)) throw new Refusal('page-not-found');
    const history = (await this.pages.history(manager, facts.districtId, slug)).map(
      ({ version, state, title, actorName, writtenAt }) => ({
        version,
        state,
        title,
        actorName,
        writtenAt: writtenAt.toISOString(),
      }),
    );
    const accessibility = claimOn(slug, facts);
    if (page) return { ...deskSummaryOf(page), ...bodies(page), accessibility, history };
    const text = standardText(slug as StandardSlug, facts);
    const summary = standardSummary(slug as StandardSlug, text);
    return { ...summary, ...bodies(text), state: null, version: 0, accessibility, history };
  }

  private async facts(slug: string): Promise<SiteFacts & { readonly districtId: number }> {
    const { id: districtId, name, municipality } = await this.districts.bySlug(slug);
    return {
      districtId,
      district: { slug, name, municipality },
      claim: await this.pages.claim(this.dataSource.manager, districtId),
      inactiveAfterMonths: await this.inactiveAfterMonths(districtId),
    };
  }

  /** A district whose rules are not set yet has its pages all the same. */
  private async inactiveAfterMonths(districtId: number): Promise<number> {
    try {
      return (await this.districts.rulebook(districtId)).inactiveAfterMonths;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'rulebook-missing')
        return DEFAULT_RULEBOOK.inactiveAfterMonths;
      throw error;
    }
  }
}

/** Only above the statement that it is about, whoever wrote that. */
function claimOn(slug: string, { claim }: SiteFacts): AccessibilityClaim | null {
  return slug === 'toegankelijkheid' ? { ...claim } : null;
}

function isPublished({ state }: PageEntity): boolean {
  return state === 'published';
}

function summaryOf({ slug, title, titleEn, changedAt }: PageEntity): PageSummaryDto {
  return { slug, title, titleEn, isStandard: isStandardSlug(slug), changedAt: changedAt.toISOString() };
}

function standardSummary(slug: StandardSlug, { title, titleEn }: PageText): PageSummaryDto {
  return { slug, title, titleEn, isStandard: true, changedAt: null };
}

function deskSummaryOf(page: PageEntity): DeskPageSummaryDto {
  return { ...summaryOf(page), state: page.state, version: page.version };
}

function bodies({ body, bodyEn }: PageText): Pick<PageText, 'body' | 'bodyEn'> {
  return { body, bodyEn };
}
