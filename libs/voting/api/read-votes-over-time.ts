import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Prepared } from '@buurtstem/platform-api';
import { ReadProposal } from '@buurtstem/proposals-api';
import { votesOverTime, type VotesOfDay } from '@buurtstem/voting-domain';
import type { VotesOverTimeDto } from './voting.dto';

interface Row {
  /** The day on which it was published. */
  first: string;
  today: string;
  is_open: boolean;
  changes: VotesOfDay[];
}

/** How a proposal's standing came about, a day at a time. */
@Injectable()
export class ReadVotesOverTime {
  constructor(
    private readonly prepared: Prepared,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
  ) {}

  /** Until today while people vote, and until the last vote afterwards. */
  async of(slug: string, number: number): Promise<VotesOverTimeDto> {
    const { districtId, id } = await this.proposals.visible(slug, number, null);
    const { identityLevel } = await this.districts.rulebook(districtId);
    const [row] = await this.prepared.query<Row>('votes by day', byDay(this.clock.expression), [
      districtId,
      id,
      identityLevel,
    ]);
    if (!row) return { days: [] };
    const { first, today, is_open: isOpen, changes } = row;
    return { days: votesOverTime(changes, { first, last: isOpen ? today : (changes.at(-1)?.day ?? first) }) };
  }
}

/**
 * Of the votes that the standing counts, when each became one of them: by its line in the ledger, or by its resident's
 * proof where that came later. So the last day is the standing itself, and no day says more about a vote that was held or
 * declared invalid than the standing does. Days are those of the clock on the wall.
 */
const byDay = (now: string): string => `
  with line as (
    select l.choice, lag(l.choice) over (partition by l.resident_id order by l.position) as previous,
      greatest(l.recorded_at, p.proven_at) at time zone 'Europe/Amsterdam' as at
    from ballot_ledger l
    join vote v on v.district_id = l.district_id and v.proposal_id = l.proposal_id and v.resident_id = l.resident_id
      and v.status = 'valid'
    left join lateral (
      select min(proven_at) as proven_at from identity_proof
      where district_id = l.district_id and account_id = l.resident_id and level >= $3
    ) p on $3 > 0
    where l.district_id = $1 and l.proposal_id = $2 and l.entry in ('cast', 'changed', 'withdrawn')
      and ($3 = 0 or p.proven_at is not null)
  ),
  by_day as (
    select to_char(at, 'YYYY-MM-DD') as day,
      sum((choice = 'for')::integer - coalesce(previous = 'for', false)::integer)::integer as "votesFor",
      sum((choice = 'against')::integer - coalesce(previous = 'against', false)::integer)::integer as "votesAgainst"
    from line group by 1
  )
  select to_char(published_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as first,
    to_char(${now} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as today,
    state = 'open' as is_open,
    coalesce((select json_agg(d order by day) from by_day d), '[]') as changes
  from proposal where district_id = $1 and id = $2`;
