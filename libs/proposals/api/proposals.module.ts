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
import { ListMyProposals } from './list-my-proposals';
import { ListPins } from './list-pins';
import { ListProposals } from './list-proposals';
import { AddPicture } from './pictures/add-picture';
import { DescribePicture } from './pictures/describe-picture';
import { OrderPictures } from './pictures/order-pictures';
import { OwnPictures } from './pictures/own-pictures';
import { PicturesController } from './pictures/pictures.controller';
import { PicturesInSight } from './pictures/pictures-in-sight';
import { ReadPictures } from './pictures/read-pictures';
import { RemovePicture } from './pictures/remove-picture';
import { Places } from './places';
import { Proposals } from './proposals';
import { ProposalsController } from './proposals.controller';
import { ProposalsRoom } from './proposals-room';
import { PublishProposal } from './publish-proposal';
import { ReadProposal } from './read-proposal';
import { CutPhoto } from './recruiting/cut-photo';
import { DescribeEmbed } from './recruiting/describe-embed';
import { Doorway } from './recruiting/doorway';
import { DrawCard } from './recruiting/draw-card';
import { EmbedController } from './recruiting/embed.controller';
import { PrintPoster } from './recruiting/print-poster';
import { RecruitingController } from './recruiting/recruiting.controller';
import { ReadSharedPlan } from './recruiting/read-shared-plan';
import { SubmitProposal } from './submit-proposal';
import { WithdrawProposal } from './withdraw-proposal';

const PUBLIC = [AddNote, Doorway, Proposals, PublishProposal, ReadProposal, SubmitProposal, WithdrawProposal];

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
  controllers: [ProposalsController, PicturesController, RecruitingController, EmbedController],
  providers: [
    ...PUBLIC,
    AddPicture,
    DescribeEmbed,
    DescribePicture,
    CutPhoto,
    DrawCard,
    EditProposal,
    FindSimilar,
    ListMyProposals,
    ListPins,
    ListProposals,
    OrderPictures,
    OwnPictures,
    PicturesInSight,
    Places,
    PrintPoster,
    ProposalsRoom,
    ReadPictures,
    ReadSharedPlan,
    RemovePicture,
  ],
  exports: PUBLIC,
})
export class ProposalsModule {}
