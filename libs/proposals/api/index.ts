export { ProposalsModule } from './proposals.module';
export { ProposalWatch } from './proposal-watch';
export { Proposals, type StateChange } from './proposals';
export { SubmitProposal, type SubmittedProposal } from './submit-proposal';
export { PublishProposal } from './publish-proposal';
export { WithdrawProposal } from './withdraw-proposal';
export { AddNote } from './add-note';
export { ReadProposal } from './read-proposal';
export { Doorway } from './recruiting/doorway';
export {
  CoSubmitterEntity,
  ProposalEntity,
  ProposalEventEntity,
  ProposalNoteEntity,
  ProposalPictureEntity,
} from './entities';
export { AgendaItemDto, MeetingReferenceDto, WhatBecameOfIt } from './agenda-item.dto';
export { PictureDto, PictureSourceDto } from './pictures/picture.dto';
export {
  firstPictureOf,
  neighbourhoodOf,
  pictureOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type ShownRow,
} from './proposal-rows';
