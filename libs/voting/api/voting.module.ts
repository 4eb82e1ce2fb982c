import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@buurtstem/accounts-api';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { Ballots } from './ballots';
import { CastVotes } from './cast-votes';
import { CheckBallots } from './check-ballots';
import { CountRound } from './count-round';
import { DueRounds } from './due-rounds';
import {
  BallotLedgerEntity,
  CountExclusionEntity,
  CountLineEntity,
  RoundCountEntity,
  RoundEntity,
  VoteEntity,
  VoteOriginEntity,
} from './entities';
import { DryRun } from './fraud-desk/dry-run';
import { EndVoteBatch } from './fraud-desk/end-vote-batch';
import { VoteBatchEntity, VoteBatchMemberEntity } from './fraud-desk/entities';
import { FraudDeskController } from './fraud-desk/fraud-desk.controller';
import { HoldVotes } from './fraud-desk/hold-votes';
import { InvalidateVotes } from './fraud-desk/invalidate-votes';
import { ProposeInvalidation } from './fraud-desk/propose-invalidation';
import { RecountAfterVerdict } from './fraud-desk/recount-after-verdict';
import { ReadVoteBatches } from './fraud-desk/read-vote-batches';
import { ReadVoteSignals } from './fraud-desk/read-vote-signals';
import { Verdicts } from './fraud-desk/verdicts';
import { VoteBatches } from './fraud-desk/vote-batches';
import { MyPageController } from './my-page/my-page.controller';
import { ReadMyReceipts } from './my-page/read-my-receipts';
import { ReadNotVoted } from './my-page/read-not-voted';
import { VotingRoom } from './my-page/voting-room';
import { EnterPaperVotes } from './paper/enter-paper-votes';
import { PaperPeople } from './paper/paper-people';
import { PaperVoterEntity } from './paper/paper-voter.entity';
import { PaperController } from './paper/paper.controller';
import { KeepStandings } from './keep-standings';
import { PlanRounds } from './plan-rounds';
import { ReadCountDates } from './read-count-dates';
import { ReadMyVote } from './read-my-vote';
import { ReadRounds } from './read-rounds';
import { ReadVotesOverTime } from './read-votes-over-time';
import { RecountDryRun } from './recount/recount-dry-run';
import { RecountRound } from './recount/recount-round';
import { Recounts } from './recount/recounts';
import { PrintReport } from './reports/print-report';
import { PublishReport } from './reports/publish-report';
import { ReadReports } from './reports/read-reports';
import { ReportsController } from './reports/reports.controller';
import { Rounds } from './rounds';
import { AddUpAhead } from './tally/add-up-ahead';
import { TallyAhead } from './tally/tally-ahead';
import { ShortWayToVote } from './short-way-to-vote';
import { TallyRound } from './tally-round';
import { VoteFormController } from './vote-form.controller';
import { VoteOnline } from './vote-online';
import { ReadVoteTerms } from './vote-terms';
import { VotingController } from './voting.controller';

const ENTITIES = [
  BallotLedgerEntity,
  CountExclusionEntity,
  CountLineEntity,
  PaperVoterEntity,
  RoundCountEntity,
  RoundEntity,
  VoteBatchEntity,
  VoteBatchMemberEntity,
  VoteEntity,
  VoteOriginEntity,
];
const PUBLIC = [
  CastVotes,
  CheckBallots,
  CountRound,
  DueRounds,
  KeepStandings,
  PlanRounds,
  ReadRounds,
  Rounds,
  VoteOnline,
];
const FRAUD_DESK = [
  DryRun,
  EndVoteBatch,
  HoldVotes,
  InvalidateVotes,
  ProposeInvalidation,
  RecountAfterVerdict,
  ReadVoteBatches,
  ReadVoteSignals,
  Verdicts,
  VoteBatches,
];
const MY_PAGE = [ReadMyReceipts, ReadMyVote, ReadNotVoted, VotingRoom];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), AccountsModule, DistrictsModule, ProposalsModule],
  controllers: [
    VotingController,
    VoteFormController,
    MyPageController,
    FraudDeskController,
    PaperController,
    ReportsController,
  ],
  providers: [
    ...PUBLIC,
    ...FRAUD_DESK,
    ...MY_PAGE,
    AddUpAhead,
    Ballots,
    EnterPaperVotes,
    PaperPeople,
    PrintReport,
    PublishReport,
    ReadCountDates,
    ReadReports,
    ReadVotesOverTime,
    ReadVoteTerms,
    RecountDryRun,
    RecountRound,
    Recounts,
    ShortWayToVote,
    TallyAhead,
    TallyRound,
  ],
  exports: PUBLIC,
})
export class VotingModule {}
