import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import type { VoteLimits } from '@buurtstem/districts-domain';
import { Limits, Pseudonyms, type CurrentAccount } from '@buurtstem/platform-api';
import { isOpen } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { isSharedMailDomain, mailDomainOf, type Choice } from '@buurtstem/voting-domain';
import type { VoteOutcome } from './cast-votes';
import { GroupVotes } from './group-votes';
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

/**
 * A vote that a resident casts on the site. Whoever may vote at all, and not too often, gets to the rules of voting;
 * imports and sheets of paper have other doors. Each step does together what comes at about the same time.
 */
@Injectable()
export class VoteOnline {
  constructor(
    private readonly districts: Districts,
    private readonly voteTerms: ReadVoteTerms,
    private readonly limits: Limits,
    private readonly pseudonyms: Pseudonyms,
    private readonly groupVotes: GroupVotes,
  ) {}

  /** Answers the vote as it is since then, once it is on disk. */
  async execute({ district, proposalNumber, resident, choice, network }: OnlineVote): Promise<MyVoteDto> {
    const districtId = await this.districts.idOf(district);
    const terms = await this.voteTerms.of(districtId, { proposalNumber, residentId: resident.id });
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
    const outcome = await this.groupVotes.cast(districtId, {
      proposalNumber,
      residentId: resident.id,
      choice,
      origin: { network: this.pseudonyms.of('network', network), mailDomain },
    });
    if (!outcome.answer.ok) throw new Refusal(outcome.answer.refusal);
    return myVote(outcome, terms);
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
