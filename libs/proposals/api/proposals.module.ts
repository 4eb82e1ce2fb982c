import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { AddNote } from './add-note';
import { EditProposal } from './edit-proposal';
import {
  CoSubmitterEntity,
  ProposalEntity,
  ProposalEventEntity,
  ProposalNoteEntity,
  ProposalPictureEntity,
} from './entities';
import { FindSimilar } from './find-similar';
import { HiddenPictures } from './hidden-pictures';
import { ListMyProposals } from './list-my-proposals';
import { ListPins } from './list-pins';
import { ListProposals } from './list-proposals';
import { Proposals } from './proposals';
import { ProposalsController } from './proposals.controller';
import { ProposalsRoom } from './proposals-room';
import { PublishProposal } from './publish-proposal';
import { ReadProposal } from './read-proposal';
import { SubmitProposal } from './submit-proposal';
import { WithdrawProposal } from './withdraw-proposal';

const PUBLIC = [AddNote, Proposals, PublishProposal, ReadProposal, SubmitProposal, WithdrawProposal];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CoSubmitterEntity,
      ProposalEntity,
      ProposalEventEntity,
      ProposalNoteEntity,
      ProposalPictureEntity,
    ]),
    DistrictsModule,
  ],
  controllers: [ProposalsController],
  providers: [
    ...PUBLIC,
    EditProposal,
    FindSimilar,
    HiddenPictures,
    ListMyProposals,
    ListPins,
    ListProposals,
    ProposalsRoom,
  ],
  exports: PUBLIC,
})
export class ProposalsModule {}
