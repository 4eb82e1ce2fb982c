import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule, WhatBecameOfIt } from '@buurtstem/proposals-api';
import { Promotion } from '@buurtstem/voting-api';
import { AgendaRoom } from './agenda-room';
import { ArrangeAgenda } from './agenda/arrange-agenda';
import { DraftAgendaController } from './agenda/draft-agenda.controller';
import { MoveAgendaItem } from './agenda/move-agenda-item';
import { PublishAgenda } from './agenda/publish-agenda';
import { ReadDraftAgenda } from './agenda/read-draft-agenda';
import { ReadPublishedAgendas } from './agenda/read-published-agendas';
import { DeskController } from './desk/desk.controller';
import { MarkPapersRead } from './desk/mark-papers-read';
import { ReadClerkTasks } from './desk/read-clerk-tasks';
import { ReadReadings } from './desk/read-readings';
import * as entities from './entities';
import { ExportAgenda } from './exports/export-agenda';
import { ExportsController } from './exports/exports.controller';
import { FollowUpController } from './follow-up/follow-up.controller';
import { AddProgressPicture } from './follow-up/add-progress-picture';
import { HiddenProgressPictures } from './follow-up/hidden-progress-pictures';
import { ProgressPictureController } from './follow-up/progress-picture.controller';
import { RecordOutcome } from './follow-up/record-outcome';
import { WriteContextNote } from './follow-up/write-context-note';
import { AnswerInvitation } from './invitation/answer-invitation';
import { InvitationController } from './invitation/invitation.controller';
import { ReadMyInvitation } from './invitation/read-my-invitation';
import { AgendaItems } from './items/agenda-items';
import { MoveItems } from './items/move-items';
import { CancelMeeting } from './meetings/cancel-meeting';
import { ChangeMeeting } from './meetings/change-meeting';
import { MeetingsController } from './meetings/meetings.controller';
import { PlanMeeting } from './meetings/plan-meeting';
import { ReadFollowUpYears } from './meetings/read-follow-up-years';
import { NewsController } from './news/news.controller';
import { ReadNews } from './news/read-news';
import { ExportOri } from './open-raadsinformatie/export-ori';
import { OriController } from './open-raadsinformatie/ori.controller';
import { PromoteWinner } from './promote-winner';
import { ReadAgenda } from './read-agenda';
import { AgendaReminders } from './reminders/agenda-reminders';

/** Global, since it answers the ports of the rooms below it, which may not know it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), DistrictsModule, ProposalsModule],
  controllers: [
    MeetingsController,
    DraftAgendaController,
    FollowUpController,
    ProgressPictureController,
    InvitationController,
    DeskController,
    ExportsController,
    OriController,
    NewsController,
  ],
  providers: [
    AddProgressPicture,
    AgendaItems,
    AgendaReminders,
    AgendaRoom,
    AnswerInvitation,
    ArrangeAgenda,
    CancelMeeting,
    ChangeMeeting,
    ExportAgenda,
    ExportOri,
    HiddenProgressPictures,
    MarkPapersRead,
    MoveAgendaItem,
    MoveItems,
    PlanMeeting,
    PublishAgenda,
    ReadAgenda,
    ReadClerkTasks,
    ReadDraftAgenda,
    ReadFollowUpYears,
    ReadMyInvitation,
    ReadNews,
    ReadPublishedAgendas,
    ReadReadings,
    RecordOutcome,
    WriteContextNote,
    { provide: Promotion, useClass: PromoteWinner },
    { provide: WhatBecameOfIt, useExisting: ReadAgenda },
  ],
  exports: [
    AgendaReminders,
    AnswerInvitation,
    ArrangeAgenda,
    PlanMeeting,
    Promotion,
    PublishAgenda,
    ReadAgenda,
    RecordOutcome,
    WhatBecameOfIt,
    WriteContextNote,
  ],
})
export class AgendaModule {}
