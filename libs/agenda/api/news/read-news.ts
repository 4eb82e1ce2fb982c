import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { API_PREFIX, Config } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { DataSource } from 'typeorm';
import { itemOf, ITEMS, type ItemRow } from '../items/item-rows';
import { feedOf, newsOf, type WonItem } from './news-feed';

const FEED_ITEMS = 50;

/** News of winners for feed readers: of a whole district, or of one plan. */
@Injectable()
export class ReadNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
  ) {}

  async ofDistrict(slug: string): Promise<string> {
    const district = await this.districts.bySlug(slug);
    const news = newsOf(await this.items(district.id, 'true', []));
    const { publicUrl } = this.config;
    const feed = {
      title: `Nieuws over winnende plannen in ${district.name}`,
      address: this.addressOf(`${slug}/news-feed`),
      page: `${publicUrl}/${slug}`,
    };
    return feedOf(district, news.slice(0, FEED_ITEMS), feed, publicUrl);
  }

  async ofProposal(slug: string, number: number): Promise<string> {
    const district = await this.districts.bySlug(slug);
    const { title } = await this.proposals.visible(slug, number, null);
    const news = newsOf(await this.items(district.id, 'p.number = $2', [number]));
    const { publicUrl } = this.config;
    const feed = {
      title: `Nieuws over: ${title}`,
      address: this.addressOf(`${slug}/proposals/${number}/news-feed`),
      page: `${publicUrl}/${slug}/plannen/${number}`,
    };
    return feedOf(district, news, feed, publicUrl);
  }

  private addressOf(path: string): string {
    return `${this.config.publicUrl}/${API_PREFIX}/districts/${path}`;
  }

  private async items(districtId: number, condition: string, values: unknown[]): Promise<WonItem[]> {
    const rows = await this.dataSource.query<ItemRow[]>(`${ITEMS} and ${condition} order by r.number desc`, [
      districtId,
      ...values,
    ]);
    return rows.map((row) => ({ ...itemOf(row), wonAt: row.won_at.toISOString() }));
  }
}
