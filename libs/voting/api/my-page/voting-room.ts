import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { askWithin, Clock, PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { Ballots, keyOf, type BallotKey } from '../ballots';
import { Rounds } from '../rounds';
import { receiptNumber } from './receipt-number';

/** What the voting room keeps of a person: votes, their receipts, and where they came from. */
@Injectable()
export class VotingRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'voting';

  constructor(
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly ballots: Ballots,
  ) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    const votes = await em.query<object[]>(VOTES, [accountId]);
    const lines = await em.query<(Line & { districtId: number; position: string; proposalId: string })[]>(
      LINES,
      [accountId],
    );
    const receipts = lines.map(({ districtId, position, proposalId, ...line }) => ({
      receipt: receiptNumber({ districtId, position, proposalId, residentId: accountId }),
      ...line,
    }));
    return { votes, receipts };
  }

  /**
   * Votes that can still be counted are withdrawn, so that nobody votes twice by erasing the account and coming back.
   * What was counted stays: the rows then point to an account that names nobody.
   */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    const votes = await em.query<(BallotKey & { districtId: number })[]>(OPEN_VOTES, [accountId]);
    for (const districtId of new Set(votes.map((vote) => vote.districtId)))
      await this.withdraw(em, districtId, accountId);
    await em.query('delete from vote_origin where resident_id = $1', [accountId]);
    await em.query('delete from paper_voter where account_id = $1', [accountId]);
  }

  /** The way of every withdrawal, also for what is hidden or held: ballot and ledger together, under the round's lock. */
  private async withdraw(em: EntityManager, districtId: number, residentId: string): Promise<void> {
    await this.rounds.lockForVoting(em, districtId);
    const round = await this.rounds.latest(em, districtId);
    const at = await this.clock.now(em);
    // In the seconds between the count date and the count the votes belong to that count.
    if (round.state === 'open' && at >= round.closesAt) throw new Refusal('voting-closed');
    const open = await em.query<(BallotKey & { districtId: number })[]>(OPEN_VOTES, [residentId]);
    const keys = open.filter((vote) => vote.districtId === districtId);
    const known = await this.ballots.lock(em, districtId, keys);
    const writes = keys.map(({ proposalId }) => ({
      proposalId,
      residentId,
      previous: known.get(keyOf({ proposalId, residentId })) ?? null,
      changes: [{ kind: 'withdrawn', choice: 'none', channel: 'online' } as const],
    }));
    await this.ballots.write(askWithin(em), districtId, writes, { roundId: round.id, at });
  }
}

interface Line {
  readonly district: string;
  readonly proposalNumber: number;
  readonly entry: string;
  readonly choice: string;
  readonly channel: string;
  readonly recordedAt: Date;
  readonly roundNumber: number;
}

/** Those that were taken out cannot be withdrawn, and do not count. */
const OPEN_VOTES = `
  select v.district_id as "districtId", v.proposal_id as "proposalId", v.resident_id as "residentId"
  from vote v join proposal p on p.district_id = v.district_id and p.id = v.proposal_id
  where v.resident_id = $1 and p.state = 'open' and v.choice <> 'none' and v.status <> 'invalidated'
  order by v.district_id, v.proposal_id`;

const VOTES = `
  select d.slug as district, p.number as "proposalNumber", case when p.hidden then '' else p.title end as "proposalTitle",
    v.choice, v.status, v.channel, v.cast_at as "castAt", v.changed_at as "changedAt",
    o.mail_domain as "mailDomain", encode(o.network_pseudonym, 'hex') as "networkPseudonym"
  from vote v
  join district d on d.id = v.district_id
  join proposal p on p.district_id = v.district_id and p.id = v.proposal_id
  left join vote_origin o on o.district_id = v.district_id and o.proposal_id = v.proposal_id
    and o.resident_id = v.resident_id
  where v.resident_id = $1
  order by v.changed_at desc`;

const LINES = `
  select l.district_id as "districtId", l.position, l.proposal_id as "proposalId", d.slug as district,
    p.number as "proposalNumber", l.entry, l.choice, l.channel, l.recorded_at as "recordedAt",
    r.number as "roundNumber"
  from ballot_ledger l
  join district d on d.id = l.district_id
  join proposal p on p.district_id = l.district_id and p.id = l.proposal_id
  join round r on r.district_id = l.district_id and r.id = l.round_id
  where l.resident_id = $1
  order by l.recorded_at desc`;
