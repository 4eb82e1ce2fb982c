import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentityLevels } from '@buurtstem/accounts-api';
import { Districts } from '@buurtstem/districts-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { ballotStanding, type Ballot } from '@buurtstem/voting-domain';
import { VoteEntity } from './entities';
import { Rounds } from './rounds';
import type { MyVoteDto } from './voting.dto';

/** What a resident reads of their own vote: what it is, and whether it counts. */
@Injectable()
export class ReadMyVote {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
    private readonly rounds: Rounds,
    private readonly identityLevels: IdentityLevels,
  ) {}

  async of(slug: string, proposalNumber: number, resident: CurrentAccount): Promise<MyVoteDto> {
    const proposal = await this.proposals.visible(slug, proposalNumber, resident);
    const { districtId, id: proposalId } = proposal;
    const em = this.dataSource.manager;
    const [vote, round, rules, level] = await Promise.all([
      em.findOneBy(VoteEntity, { districtId, proposalId, residentId: resident.id }),
      this.rounds.open(em, districtId),
      this.districts.rulebook(districtId),
      this.identityLevels.of(districtId, resident.id),
    ]);
    const ballot: Ballot | null = vote;
    const status = ballotStanding(ballot, level >= rules.identityLevel);
    const choice = vote === null || vote.choice === 'none' ? null : vote.choice;
    return {
      choice,
      counts: status === 'counts',
      status,
      castAt: choice === null || vote === null ? null : vote.changedAt.toISOString(),
      countedAt:
        choice !== null && proposal.state === 'open' ? (round?.closesAt.toISOString() ?? null) : null,
    };
  }
}
