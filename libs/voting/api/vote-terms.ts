import { Injectable } from '@nestjs/common';
import { Eligibility, meansIn, type KeptMeans } from '@buurtstem/accounts-api';
import { rulebookOf, rulesInForce, type KeptRules } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { Failed, ofAnyLength, Prepared } from '@buurtstem/platform-api';
import { isVisibleTo, type ProposalState } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';

export interface TermsAsked {
  readonly proposalNumber: number;
  readonly residentId: ResidentId;
}

/** Of who is not shown such a proposal there is nothing but that. */
type TermsRow = KnownTermsRow | (Partial<KnownTermsRow> & { readonly state: null });

interface KnownTermsRow {
  readonly submitterId: string;
  readonly state: ProposalState;
  readonly hidden: boolean;
  readonly publishedAt: Date | null;
  readonly hasVoted: boolean;
  readonly level: number;
}

/** What is the same for all who ask; of the first row. */
interface DistrictTerms extends KeptMeans {
  readonly rules: KeptRules | null;
}

/** What decides whether a resident gets to the rules of voting, and how a vote of theirs stands. */
export interface VoteTerms {
  readonly proposal: { readonly state: ProposalState; readonly hidden: boolean };
  readonly rules: Rulebook;
  /** Whether residents of the district can show at all who they are. */
  readonly isEligibilitySet: boolean;
  /** Whether they have cast a vote in the district before. */
  readonly hasVoted: boolean;
  /** That they have proven. */
  readonly level: number;
}

/** Answers under which terms residents vote, many at once. */
@Injectable()
export class ReadVoteTerms {
  constructor(
    private readonly prepared: Prepared,
    private readonly eligibility: Eligibility,
  ) {}

  /** Of each who asks, or that they see no such proposal; in their order. */
  async of(districtId: number, all: readonly TermsAsked[]): Promise<(VoteTerms | Failed)[]> {
    const rows = await this.prepared.query<TermsRow & DistrictTerms>('vote-terms', TERMS, [
      districtId,
      all.map(({ proposalNumber }) => proposalNumber),
      all.map(({ residentId }) => residentId),
    ]);
    const [first] = rows;
    if (!first?.rules) throw new Refusal('rulebook-missing');
    const rules = rulebookOf(first.rules);
    const isEligibilitySet = await this.eligibility.isSetBy(first, districtId, rules.identityLevel);
    return all.map(({ residentId }, index) => {
      const row = rows[index];
      if (!row || row.state === null || !isVisibleTo(row, residentId))
        return new Failed(new Refusal('proposal-not-found'));
      const { state, hidden, hasVoted, level } = row;
      return { proposal: { state, hidden }, rules, isEligibilitySet, hasVoted, level };
    });
  }
}

/** A line for each who asks, in their order; the rules and the means of the district with the first alone. */
const TERMS = `
  select case when k.nth = 1 then ${rulesInForce('$1')} end as rules, d.*, p.submitter_id as "submitterId", p.state, p.hidden, p.published_at as "publishedAt",
    exists (select from vote v where v.resident_id = k.resident_id and v.district_id = $1) as "hasVoted",
    coalesce((select max(i.level) from identity_proof i
      where i.district_id = $1 and i.account_id = k.resident_id), 0)::integer as level
  from unnest(${ofAnyLength('$2', 'integer[]')}, ${ofAnyLength('$3', 'uuid[]')}) with ordinality as k (number, resident_id, nth)
  left join proposal p on p.district_id = $1 and p.number = k.number
  left join (select ${meansIn('$1')}) d on k.nth = 1
  order by k.nth`;
