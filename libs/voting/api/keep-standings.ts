import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Repeated, Transaction } from '@buurtstem/platform-api';

const EVERY_MS = 1_000;
/** Changes of one transaction: a short one, so that readers and the vacuum are not held up. */
const AT_ONCE = 5_000;
/** Any number that no other lock of ours has. */
const LOCK = 7_410_001;

/** A proposal whose kept standing is not what its ballots say. */
export interface StandingDifference {
  readonly identityLevel: number;
  readonly proposalNumber: number;
  readonly kept: readonly [votesFor: number, votesAgainst: number];
  readonly counted: readonly [votesFor: number, votesAgainst: number];
}

/**
 * Takes what votes and proofs changed into the summary of the standings. A standing is the summary and the changes that
 * are not in it yet, so this makes reading cheap and changes no number; it may stop and start at any moment.
 */
@Injectable()
export class KeepStandings implements OnApplicationShutdown {
  private readonly repeated = new Repeated(KeepStandings.name, EVERY_MS, () => this.takeIn());

  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
  ) {}

  /** Starts taking in every second, until the application shuts down. */
  start(): void {
    this.repeated.start();
  }

  /** Takes in all that waits, and answers how many changes that were. While another process is at it, none. */
  async takeIn(): Promise<number> {
    let taken = 0;
    for (;;) {
      const now = await this.takeSome();
      taken += now;
      if (now < AT_ONCE) return taken;
    }
  }

  /** The kept standings of a district beside those that its ballots count up to, in one look; empty is right. */
  async differences(districtId: number): Promise<StandingDifference[]> {
    return this.dataSource.query<StandingDifference[]>(DIFFERENCES, [districtId]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }

  private takeSome(): Promise<number> {
    return this.transaction.run(async (em) => {
      const [row] = await em.query<{ taken: number }[]>(TAKE_IN, [LOCK, AT_ONCE]);
      return row?.taken ?? 0;
    });
  }
}

/**
 * The oldest first: what came of a vote is taken in before what undid it. By their places on the disk, so that no plan for a
 * table that was empty a second ago can make it slow.
 */
const TAKE_IN = `
  with mine as materialized (select pg_try_advisory_xact_lock($1) as alone),
  taken as (
    delete from standing_change c where ctid = any (array(
      select ctid from standing_change where (select alone from mine) order by id limit $2))
    returning c.*),
  added as (
    update standing_summary s
    set votes_for = s.votes_for + t.votes_for, votes_against = s.votes_against + t.votes_against
    from (
      select district_id, proposal_id, level, sum(votes_for) as votes_for, sum(votes_against) as votes_against
      from taken cross join generate_series(0, 2) level where identity_level >= level
      group by district_id, proposal_id, level
    ) t
    where s.district_id = t.district_id and s.identity_level = t.level and s.proposal_id = t.proposal_id
      and (t.votes_for <> 0 or t.votes_against <> 0))
  select count(*)::integer as taken from taken`;

const DIFFERENCES = `
  select level as "identityLevel", p.number as "proposalNumber",
    json_build_array(k.votes_for, k.votes_against) as kept,
    json_build_array(coalesce(c.votes_for, 0), coalesce(c.votes_against, 0)) as counted
  from generate_series(0, 2) level
  join proposal p on p.district_id = $1
  left join lateral (select * from counted_standing($1, level)) c on c.proposal_id = p.id
  left join proposal_standing($1, level) k on k.proposal_id = p.id
  where (k.votes_for, k.votes_against) is distinct from (coalesce(c.votes_for, 0), coalesce(c.votes_against, 0))
  order by level, p.number`;
