import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule, ProposalWatch } from '@buurtstem/proposals-api';
import { ArgumentEntity, ArgumentLikeEntity, ArgumentVersionEntity } from './arguments/argument.entity';
import { Arguments } from './arguments/arguments';
import { ArgumentFormController } from './arguments/argument-form.controller';
import { ArgumentsController } from './arguments/arguments.controller';
import { EditArgument } from './arguments/edit-argument';
import { LikeArgument } from './arguments/like-argument';
import { ListArguments } from './arguments/list-arguments';
import { PostArgument } from './arguments/post-argument';
import { PostOnline } from './arguments/post-online';
import { ReplyToArgument } from './arguments/reply-to-argument';
import { VisibleArguments } from './arguments/visible-arguments';
import { DiscussionRoom } from './discussion-room';
import { LogController } from './log/log.controller';
import { LogLineEntity } from './log/log.entity';
import { ModerationLog } from './log/moderation-log';
import { ReadLog } from './log/read-log';
import { AnswerMerge } from './merge/answer-merge';
import { AskMerge } from './merge/ask-merge';
import { MergeRequestEntity } from './merge/merge-request.entity';
import { MergeRequests } from './merge/merge-requests';
import { MergeController } from './merge/merge.controller';
import { ReadMergeRequests } from './merge/read-merge-requests';
import { CaseDetails } from './moderation/case-details';
import { CaseHints } from './moderation/case-hints';
import { Cases } from './moderation/cases';
import { CasesController } from './moderation/cases.controller';
import { ClaimCase } from './moderation/claim-case';
import { DecideAppeal } from './moderation/decide-appeal';
import { DecideCase } from './moderation/decide-case';
import { Decisions } from './moderation/decisions';
import {
  AbuseReportEntity,
  AbuseReportOriginEntity,
  AppealEntity,
  ModerationCaseEntity,
  ModerationDecisionEntity,
  ModerationSettingsEntity,
  RedactedOriginalEntity,
} from './moderation/entities';
import { FileAppeal } from './moderation/file-appeal';
import { MarkSeen } from './moderation/mark-seen';
import { ModerationRoom } from './moderation/moderation-room';
import { ModerationSettings } from './moderation/moderation-settings';
import { MyDecisionsController } from './moderation/my-decisions.controller';
import { OpenCaseOnSight } from './moderation/open-case-on-sight';
import { ReadCases } from './moderation/read-cases';
import { ReadMyDecisions } from './moderation/read-my-decisions';
import { RestoreSubject } from './moderation/restore-subject';
import { ModerationSettingsController } from './moderation/settings.controller';
import { Subjects } from './moderation/subjects';
import { UndoDecision } from './moderation/undo-decision';
import { WatchProposals } from './moderation/watch-proposals';
import { FileReport } from './reports/file-report';
import { ReportsController } from './reports/reports.controller';
import { PublishStatement } from './statements/publish-statement';
import { ReadStatements } from './statements/read-statements';
import { StatementEntity } from './statements/statement.entity';
import { StatementsController } from './statements/statements.controller';

const ENTITIES = [
  AbuseReportEntity,
  AbuseReportOriginEntity,
  AppealEntity,
  ArgumentEntity,
  ArgumentLikeEntity,
  ArgumentVersionEntity,
  LogLineEntity,
  MergeRequestEntity,
  ModerationCaseEntity,
  ModerationDecisionEntity,
  ModerationSettingsEntity,
  RedactedOriginalEntity,
  StatementEntity,
];
const ARGUMENTS = [
  Arguments,
  EditArgument,
  LikeArgument,
  ListArguments,
  PostArgument,
  PostOnline,
  ReplyToArgument,
  VisibleArguments,
];
const STATEMENTS = [PublishStatement, ReadStatements];
const MODERATION = [
  CaseDetails,
  CaseHints,
  Cases,
  ClaimCase,
  DecideAppeal,
  DecideCase,
  Decisions,
  FileAppeal,
  FileReport,
  MarkSeen,
  ModerationSettings,
  OpenCaseOnSight,
  ReadCases,
  ReadMyDecisions,
  RestoreSubject,
  Subjects,
  UndoDecision,
  WatchProposals,
];
const LOG = [ModerationLog, ReadLog];
const MERGE = [AnswerMerge, AskMerge, ReadMergeRequests];

/** Global, since it answers a port of the proposals room, which may not know it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), DistrictsModule, ProposalsModule],
  controllers: [
    ArgumentFormController,
    ArgumentsController,
    CasesController,
    LogController,
    MergeController,
    ModerationSettingsController,
    MyDecisionsController,
    ReportsController,
    StatementsController,
  ],
  providers: [
    ...ARGUMENTS,
    ...STATEMENTS,
    ...MODERATION,
    ...LOG,
    ...MERGE,
    MergeRequests,
    DiscussionRoom,
    ModerationRoom,
    { provide: ProposalWatch, useExisting: WatchProposals },
  ],
  exports: [...ARGUMENTS, ...STATEMENTS, ...MODERATION, ...MERGE, ...LOG, ProposalWatch],
})
export class DiscussionModule {}
