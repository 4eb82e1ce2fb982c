import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock } from '@buurtstem/platform-api';
import type { ProposalId } from '@buurtstem/shared-domain';
import { EMPTY_TALLY, takesPartAgain, type Tally } from '@buurtstem/voting-domain';
import type { RecountDryRunDto } from '../fraud-desk/fraud-desk.dto';
import { rankCandidates, type Ranked } from '../ranking';
import { TallyRound } from '../tally-round';
import { Recounts } from './recounts';

export interface BatchInQuestion {
  readonly districtId: number;
  readonly number: number;
  readonly proposalId: ProposalId;
}

/** Ballots of the batch as they said at the count date, and how many of them are valid now. */
interface BatchSums {
  votes: number;
  votes_for: number;
  votes_against: number;
  valid_for: number;
  valid_against: number;
}

/** Shows what a batch means for the latest count, and writes nothing. */
@Injectable()
export class RecountDryRun {
  constructor(
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly recounts: Recounts,
    private readonly tallyRound: TallyRound,
  ) {}

  async of(em: EntityManager, batch: BatchInQuestion): Promise<RecountDryRunDto | null> {
    const { districtId, number, proposalId } = batch;
    const recountable = await this.recounts.of(em, districtId, proposalId, await this.clock.now(em));
    if (recountable === null) return null;
    const { round } = recountable;
    const rules = await this.districts.rulebook(districtId, round.rulebookVersion, em);
    const [sums] = await em.query<BatchSums[]>(BATCH, [
      districtId,
      number,
      round.closesAt,
      rules.identityLevel,
    ]);
    if (!sums || sums.votes === 0) return null;
    const candidates = recountable.candidates.filter(takesPartAgain);
    const { tallies, residents } = await this.tallyRound.tally(em, {
      districtId,
      closesAt: round.closesAt,
      identityLevel: rules.identityLevel,
      proposalIds: candidates.map(({ id }) => id),
    });
    const now = tallies.get(proposalId) ?? EMPTY_TALLY;
    const without: Tally = {
      ...now,
      votesFor: now.votesFor - sums.valid_for,
      votesAgainst: now.votesAgainst - sums.valid_against,
    };
    const withThem: Tally = {
      ...without,
      votesFor: without.votesFor + sums.votes_for,
      votesAgainst: without.votesAgainst + sums.votes_against,
    };
    const rankWith = (tally: Tally): Ranked =>
      rankCandidates(
        candidates,
        { tallies: new Map([...tallies, [proposalId, tally]]), residents },
        round.seed,
        rules,
      );
    const [before, after] = [rankWith(withThem), rankWith(without)];
    return {
      roundNumber: round.number,
      before: standingIn(before, proposalId, withThem),
      after: standingIn(after, proposalId, without),
      winnerBefore: winnerOf(before),
      winnerAfter: winnerOf(after),
    };
  }
}

function standingIn(
  { ranking }: Ranked,
  id: string,
  { votesFor, votesAgainst }: Tally,
): RecountDryRunDto['before'] {
  const place = ranking.findIndex((candidate) => candidate.proposalId === id);
  return { votesFor, votesAgainst, rank: place < 0 ? null : place + 1 };
}

function winnerOf({ winner }: Ranked): RecountDryRunDto['winnerBefore'] {
  return winner === null ? null : { number: winner.proposal.number, title: winner.proposal.title };
}

const BATCH = `
  with last_choice as (
    select distinct on (l.resident_id) l.proposal_id, l.resident_id, l.choice
    from vote_batch_member m
    join ballot_ledger l on l.district_id = m.district_id and l.proposal_id = m.proposal_id
      and l.resident_id = m.resident_id
    where m.district_id = $1 and m.batch_number = $2 and l.entry in ('cast', 'changed', 'withdrawn')
      and l.recorded_at < $3::timestamptz
    order by l.resident_id, l.position desc
  ), counted as (
    select c.choice, v.status = 'valid' as valid, $4 = 0 or exists (select from identity_proof i
      where i.district_id = $1 and i.account_id = c.resident_id and i.level >= $4
        and i.proven_at < $3::timestamptz) as meets
    from last_choice c
    join vote v on v.district_id = $1 and v.proposal_id = c.proposal_id and v.resident_id = c.resident_id
  )
  select (count(*) filter (where choice <> 'none'))::integer as votes,
    (count(*) filter (where choice = 'for' and meets))::integer as votes_for,
    (count(*) filter (where choice = 'against' and meets))::integer as votes_against,
    (count(*) filter (where choice = 'for' and meets and valid))::integer as valid_for,
    (count(*) filter (where choice = 'against' and meets and valid))::integer as valid_against
  from counted`;
