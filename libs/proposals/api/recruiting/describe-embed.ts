import { Injectable } from '@nestjs/common';
import { API_PREFIX, Config } from '@buurtstem/platform-api';
import { FRAME_SIZE, frameCode, readPath, type ProposalAddress } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { CARD } from './card-size';
import { ReadSharedPlan } from './read-shared-plan';
import type { EmbedDto } from './recruiting.dto';

const SECONDS_TO_KEEP = 300;

export interface AskedEmbed {
  readonly url: string;
  readonly maxwidth?: number;
  readonly maxheight?: number;
}

/** Tells another site how to show a plan (oEmbed 1.0). The address that it asks about is read, and never fetched. */
@Injectable()
export class DescribeEmbed {
  constructor(
    private readonly plans: ReadSharedPlan,
    private readonly config: Config,
  ) {}

  async of(asked: AskedEmbed): Promise<EmbedDto> {
    const address = this.addressOf(asked.url);
    if (!address) throw new Refusal('not-found');
    const plan = await this.plans.one(address);
    const width = Math.min(FRAME_SIZE.width, asked.maxwidth ?? FRAME_SIZE.width);
    const height = Math.min(FRAME_SIZE.height, asked.maxheight ?? FRAME_SIZE.height);
    return {
      version: '1.0',
      type: 'rich',
      title: plan.title,
      provider_name: `Buurtstem ${plan.district.name}`,
      provider_url: `${this.config.publicUrl}/${plan.district.slug}`,
      cache_age: SECONDS_TO_KEEP,
      html: frameCode({
        proposal: address,
        title: plan.title,
        site: this.config.publicUrl,
        width,
        height,
      }),
      width,
      height,
      ...this.thumbnail(address, asked),
    };
  }

  /** Only what is written as an address of this site is one. */
  private addressOf(url: string): ProposalAddress | null {
    if (!URL.canParse(url)) return null;
    const { origin, pathname, username, password } = new URL(url);
    if (origin !== this.config.publicUrl || username !== '' || password !== '') return null;
    return readPath(pathname);
  }

  /** A picture that is larger than asked for may not be named. */
  private thumbnail(
    { district, number }: ProposalAddress,
    { maxwidth = CARD.width, maxheight = CARD.height }: AskedEmbed,
  ): Pick<EmbedDto, 'thumbnail_url' | 'thumbnail_width' | 'thumbnail_height'> {
    if (maxwidth < CARD.width || maxheight < CARD.height) return {};
    return {
      thumbnail_url: `${this.config.publicUrl}/${API_PREFIX}/districts/${district}/proposals/${number}/share-card`,
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
    };
  }
}
