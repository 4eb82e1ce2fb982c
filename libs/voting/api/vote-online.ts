import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import type { VoteLimits } from '@buurtstem/districts-domain';
import { Failed, Gather, Limits, Pseudonyms, type CurrentAccount } from '@buurtstem/platform-api';
import { isOpen } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { isSharedMailDomain, mailDomainOf, type Choice } from '@buurtstem/voting-domain';
import { CastVotes, type VoteOutcome, type VoteWish } from './cast-votes';
import { voteOf } from './read-my-vote';
import { ReadVoteTerms, type VoteTerms } from './vote-terms';
import type { MyVoteDto } from './voting.dto';

export interface OnlineVote {
  readonly district: string;
  readonly proposalNumber: number;
  readonly resident: CurrentAccount;
  /** `none` withdraws. */
  readonly choice: Choice | 'none';
  /** Where the request came from. */
  readonly network: string;
}

/** As many as wait are cast well within the time that a reader waits; a transaction of a group is short. */
const BOUNDS = { atOnce: 200, waiting: 2_000 };

/** A wish that may go to the rules of voting, and under which terms. */
interface Turn {
  readonly wish: VoteWish;
  readonly terms: VoteTerms;
}

interface Door {
  readonly turns: Gather<OnlineVote, Turn>;
  readonly ballots: Gather<VoteWish, VoteOutcome>;
}

/**
 * A vote that a resident casts on the site. Whoever may vote at all, and not too often, gets to the rules of voting;
 * imports and sheets of paper have other doors.
 *
 * Votes of a district that come while others are under way go through this as groups: one group takes its turns while the
 * one before it is written, with one commit for all of it. Each vote has its own answer, and has it only when the commit
 * is on disk. Groups follow each other, so wishes about the same ballot take effect in the order in which they came.
 */
@Injectable()
export class VoteOnline {
  private readonly doors = new Map<number, Door>();

  constructor(
    private readonly districts: Districts,
    private readonly voteTerms: ReadVoteTerms,
    private readonly limits: Limits,
    private readonly pseudonyms: Pseudonyms,
    private readonly castVotes: CastVotes,
  ) {}

  /** Answers the vote as it is since then. */
  async execute(vote: OnlineVote): Promise<MyVoteDto> {
    const { turns, ballots } = this.doorOf(await this.districts.idOf(vote.district));
    const { wish, terms } = await turns.ask(vote);
    const outcome = await ballots.ask(wish);
    if (!outcome.answer.ok) throw new Refusal(outcome.answer.refusal);
    return myVote(outcome, terms);
  }

  private doorOf(districtId: number): Door {
    const known = this.doors.get(districtId);
    if (known) return known;
    const ballots = new Gather<VoteWish, VoteOutcome>(
      (wishes) => this.castVotes.outcomes(districtId, wishes),
      BOUNDS,
    );
    const turns = new Gather<OnlineVote, Turn>((votes) => this.takeTurns(districtId, votes), BOUNDS);
    const door = { turns, ballots };
    this.doors.set(districtId, door);
    return door;
  }

  private async takeTurns(districtId: number, votes: readonly OnlineVote[]): Promise<(Turn | Failed)[]> {
    const asked = votes.map(({ proposalNumber, resident }) => ({ proposalNumber, residentId: resident.id }));
    const terms = await this.voteTerms.of(districtId, asked);
    return Promise.all(
      votes.map((vote, index) => {
        const own = terms[index];
        if (own === undefined || own instanceof Failed) return own ?? new Failed(new Refusal('unexpected'));
        return this.takeTurn(districtId, vote, own).catch((error: unknown) => new Failed(error));
      }),
    );
  }

  private async takeTurn(
    districtId: number,
    { proposalNumber, resident, choice, network }: OnlineVote,
    terms: VoteTerms,
  ): Promise<Turn> {
    const { rules } = terms;
    const isWithdrawal = choice === 'none';
    // A vote can always be taken back, also by somebody who could not cast it today.
    if (!isWithdrawal) {
      if (resident.householdPosition > rules.accountsPerEmail) throw new Refusal('household-not-allowed');
      if (!terms.isEligibilitySet) throw new Refusal('eligibility-not-set');
      // What cannot succeed uses up nobody's turn.
      if (!isOpen(terms.proposal)) throw new Refusal('proposal-not-open');
    }
    const mailDomain = mailDomainOf(resident.email);
    // The hits count before the transaction, and stay when it is undone: else trying would be free.
    await this.limits.hit('vote', `${districtId} ${resident.id}`, ...rules.voteLimits.votesPerAccount);
    if (!isWithdrawal && !terms.hasVoted)
      await this.takeTurnOfNewVoter(districtId, rules.voteLimits, network, mailDomain);
    const origin = { network: this.pseudonyms.of('network', network), mailDomain };
    return { wish: { proposalNumber, residentId: resident.id, choice, origin }, terms };
  }

  private async takeTurnOfNewVoter(
    districtId: number,
    { newVotersPerNetwork, newVotersPerMailDomain }: VoteLimits,
    network: string,
    mailDomain: string,
  ): Promise<void> {
    await this.limits.hit('new-voter-network', `${districtId} ${network}`, ...newVotersPerNetwork);
    if (isSharedMailDomain(mailDomain)) return;
    await this.limits.hit('new-voter-mail-domain', `${districtId} ${mailDomain}`, ...newVotersPerMailDomain);
  }
}

/** As whoever asks for it later reads it; a vote that was declared invalid is refused, so there is no reason to tell. */
function myVote({ ballot, closesAt }: VoteOutcome, { proposal, rules, level }: VoteTerms): MyVoteDto {
  const row = ballot && { ...ballot, changed_at: ballot.changedAt, reason: null };
  return voteOf(row, proposal, { neededLevel: rules.identityLevel, level, closesAt });
}
