import { Injectable } from '@nestjs/common';
import { isPhoto, Prepared } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { ProposalEntity, ProposalPictureEntity } from '../entities';
import { pictureOf } from '../proposal-rows';
import type { OwnProposal } from './own-pictures';
import type { PictureDto } from './picture.dto';
import type { PicturesDto } from './write-pictures.dto';

const FILE = /^\d{1,4}\.(avif|webp|jpg)$/;

/** The pictures of one's own proposal. */
@Injectable()
export class ReadPictures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
  ) {}

  async of(district: string, plan: OwnProposal): Promise<PicturesDto> {
    const proposal = await this.own(plan);
    return { items: await this.shown(district, proposal) };
  }

  /** As the reader of the proposal sees them: who may see the proposal is asked elsewhere. */
  async shown(district: string, proposal: ProposalEntity): Promise<PictureDto[]> {
    const pictures = await this.prepared.find(
      ProposalPictureEntity,
      'pictures of a proposal',
      'where district_id = $1 and proposal_id = $2 and not hidden order by position',
      [proposal.districtId, proposal.id],
    );
    return pictures.map((picture) => pictureOf(picture, draftFolderOf(district, proposal, picture.id)));
  }

  /** Where the file is kept that somebody asks for. */
  async fileOf(plan: OwnProposal, id: string, file: string): Promise<string> {
    const { districtId, id: proposalId } = await this.own(plan);
    const where = { districtId, proposalId, id, hidden: false };
    const picture = await this.dataSource.manager.findOneBy(ProposalPictureEntity, where);
    if (!picture || !isPhoto(picture.path) || !FILE.test(file)) throw new Refusal('picture-not-found');
    return `${picture.path}/${file}`;
  }

  private async own({ districtId, number, editorId }: OwnProposal): Promise<ProposalEntity> {
    const where = { districtId, number, submitterId: editorId, hidden: false };
    const proposal = await this.dataSource.manager.findOneBy(ProposalEntity, where);
    if (!proposal) throw new Refusal('proposal-not-found');
    return proposal;
  }
}

/** A draft's pictures are not below `/media`, which knows no session; undefined where they are. */
export function draftFolderOf(
  district: string,
  proposal: { readonly number: number; readonly publishedAt: Date | null },
  pictureId: string,
): string | undefined {
  if (proposal.publishedAt !== null) return undefined;
  return `/api/v1/districts/${district}/proposals/${proposal.number}/pictures/${pictureId}`;
}
