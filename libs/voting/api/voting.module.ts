import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@buurtstem/accounts-api';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { Ballots } from './ballots';
import { CastVotes } from './cast-votes';
import { CountRound } from './count-round';
import { DueRounds } from './due-rounds';
import { BallotLedgerEntity, CountLineEntity, RoundCountEntity, RoundEntity, VoteEntity } from './entities';
import { PlanRounds } from './plan-rounds';
import { ReadMyVote } from './read-my-vote';
import { ReadRounds } from './read-rounds';
import { Rounds } from './rounds';
import { TallyRound } from './tally-round';
import { VotingController } from './voting.controller';

const ENTITIES = [BallotLedgerEntity, CountLineEntity, RoundCountEntity, RoundEntity, VoteEntity];
const PUBLIC = [CastVotes, CountRound, DueRounds, PlanRounds, ReadRounds, Rounds];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), AccountsModule, DistrictsModule, ProposalsModule],
  controllers: [VotingController],
  providers: [...PUBLIC, Ballots, ReadMyVote, TallyRound],
  exports: PUBLIC,
})
export class VotingModule {}
