import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength } from '@buurtstem/platform-api';
import { isPublic, mayChangePictures } from '@buurtstem/proposals-domain';
import { hasHiddenCharacters, Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ProposalEntity, ProposalPictureEntity } from '../entities';
import { ProposalWatch } from '../proposal-watch';
import { Proposals } from '../proposals';

/** Which proposal, and who asks. */
export interface OwnProposal {
  readonly districtId: number;
  readonly number: number;
  readonly editorId: ResidentId;
}

/** A proposal that is held until the transaction ends, with all its pictures, hidden ones too, in their order. */
export interface HeldPictures {
  readonly proposal: ProposalEntity;
  readonly pictures: ProposalPictureEntity[];
  readonly voicesHeard: boolean;
}

/** What every change to the pictures of one's own proposal begins and ends with. */
@Injectable()
export class OwnPictures {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly watch: ProposalWatch,
  ) {}

  async hold(em: EntityManager, { districtId, number, editorId }: OwnProposal): Promise<HeldPictures> {
    const proposal = await this.proposals.lockOwn(em, districtId, number, editorId);
    const pictures = await em.find(ProposalPictureEntity, {
      where: { districtId, proposalId: proposal.id },
      order: { position: 'asc' },
    });
    return { proposal, pictures, voicesHeard: await this.proposals.voicesHeard(em, proposal) };
  }

  /** One that the submitter sees and may change. */
  holdOne(held: HeldPictures, editorId: ResidentId, id: string): ProposalPictureEntity {
    this.refuseLocked(held, editorId);
    const picture = held.pictures.find((one) => one.id === id && !one.hidden);
    if (!picture) throw new Refusal('picture-not-found');
    return picture;
  }

  refuseLocked({ proposal, voicesHeard }: HeldPictures, editorId: ResidentId): void {
    const allowed = mayChangePictures(proposal, editorId, voicesHeard);
    if (!allowed.ok) throw new Refusal(allowed.refusal);
  }

  /** Gives them the places of this order. */
  async place(em: EntityManager, { districtId, id }: ProposalEntity, ids: readonly string[]): Promise<void> {
    await em.query(
      `update proposal_picture f set position = wanted.place - 1
       from unnest($3::uuid[]) with ordinality as wanted(id, place)
       where f.district_id = $1 and f.proposal_id = $2 and f.id = wanted.id`,
      [districtId, id, ids],
    );
  }

  /** After every change: moderators look again at what everybody sees. */
  async changed(em: EntityManager, proposal: ProposalEntity): Promise<void> {
    const updatedAt = await this.clock.now(em);
    await em.update(ProposalEntity, { districtId: proposal.districtId, id: proposal.id }, { updatedAt });
    if (isPublic(proposal)) await this.watch.look(em, proposal, 'edit', updatedAt);
  }
}

/** What a picture shows is asked for, not demanded. */
export function refuseAlt(alt: string): void {
  if (alt === '') return;
  refuseLength(alt, TEXT_LENGTHS.pictureAlt, 'alt', 'picture-alt-length');
  // It also comes in an address, which the check of bodies does not see.
  if (!hasHiddenCharacters(alt)) return;
  const message = 'holds characters that cannot be seen';
  throw new Refusal('invalid-input', [{ field: 'alt', code: 'hidden-characters', message }]);
}
