import { Injectable } from '@nestjs/common';
import { Eligibility } from '@buurtstem/accounts-api';
import { Districts } from '@buurtstem/districts-api';
import type { VoteLimits } from '@buurtstem/districts-domain';
import { Limits, Pseudonyms, type CurrentAccount } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { isOpen } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { isSharedMailDomain, mailDomainOf, type Choice } from '@buurtstem/voting-domain';
import { DataSource } from 'typeorm';
import { CastVotes } from './cast-votes';

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
 * imports and sheets of paper have other doors.
 */
@Injectable()
export class VoteOnline {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
    private readonly eligibility: Eligibility,
    private readonly limits: Limits,
    private readonly pseudonyms: Pseudonyms,
    private readonly castVotes: CastVotes,
  ) {}

  async execute({ district, proposalNumber, resident, choice, network }: OnlineVote): Promise<void> {
    const proposal = await this.proposals.visible(district, proposalNumber, resident);
    const { districtId } = proposal;
    const rules = await this.districts.rulebook(districtId);
    const isWithdrawal = choice === 'none';
    // A vote can always be taken back, also by somebody who could not cast it today.
    if (!isWithdrawal) {
      if (resident.householdPosition > rules.accountsPerEmail) throw new Refusal('household-not-allowed');
      if (!(await this.eligibility.isSet(districtId, rules.identityLevel)))
        throw new Refusal('eligibility-not-set');
      // What cannot succeed uses up nobody's turn.
      if (!isOpen(proposal)) throw new Refusal('proposal-not-open');
    }
    const mailDomain = mailDomainOf(resident.email);
    // The hits count before the transaction, and stay when it is undone: else trying would be free.
    await this.limits.hit('vote', `${districtId} ${resident.id}`, ...rules.voteLimits.votesPerAccount);
    if (!isWithdrawal && !(await this.hasVoted(districtId, resident.id)))
      await this.takeTurnOfNewVoter(districtId, rules.voteLimits, network, mailDomain);
    const [answer] = await this.castVotes.execute(districtId, [
      {
        proposalNumber,
        residentId: resident.id,
        choice,
        origin: { network: this.pseudonyms.of('network', network), mailDomain },
      },
    ]);
    if (!answer?.ok) throw new Refusal(answer?.refusal ?? 'unexpected');
  }

  private async hasVoted(districtId: number, residentId: string): Promise<boolean> {
    const votes = await this.dataSource.query<unknown[]>(
      'select from vote where district_id = $1 and resident_id = $2 limit 1',
      [districtId, residentId],
    );
    return votes.length > 0;
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
