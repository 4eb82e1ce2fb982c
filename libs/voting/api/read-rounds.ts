import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts, type RoundSummaryDto } from '@buurtstem/districts-api';
import {
  firstPictureOf,
  neighbourhoodOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type ShownRow,
  WhatBecameOfIt,
} from '@buurtstem/proposals-api';
import type { ProposalState } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { RoundCountEntity, RoundEntity } from './entities';
import { Rounds } from './rounds';
import { sha256Of } from './reports/read-reports';
import type { CountDto, CountExclusionDto, CountLineDto } from './voting.dto';

interface LineRow extends ShownRow {
  rank: number;
  number: number;
  title: string;
  votes_for: number;
  votes_against: number;
  on_paper: number;
  held: number;
  invalid: number;
  waiting: number;
  chances_left: number;
  published_at: Date;
  state: ProposalState;
  hidden: boolean;
}

/** What the public reads of rounds and their counts. */
@Injectable()
export class ReadRounds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
    private readonly whatBecameOfIt: WhatBecameOfIt,
  ) {}

  /** Newest first. */
  async list(slug: string): Promise<RoundSummaryDto[]> {
    const districtId = await this.districts.idOf(slug);
    const rounds = await this.dataSource.manager.find(RoundEntity, {
      where: { districtId },
      order: { number: 'desc' },
    });
    return rounds.map(summaryOf);
  }

  async one(slug: string, number: number): Promise<RoundSummaryDto> {
    const districtId = await this.districts.idOf(slug);
    return summaryOf(await this.rounds.byNumber(this.dataSource.manager, districtId, number));
  }

  /** One count of a round; the latest, where none is named: a recount supersedes the ones before it. */
  async count(slug: string, number: number, version?: number): Promise<CountDto> {
    const districtId = await this.districts.idOf(slug);
    const em = this.dataSource.manager;
    const round = await this.rounds.byNumber(em, districtId, number);
    const counts = await em.find(RoundCountEntity, {
      where: { districtId, roundId: round.id },
      order: { version: 'desc' },
    });
    const count = version === undefined ? counts[0] : counts.find((one) => one.version === version);
    if (!count) throw new Refusal('round-not-counted');
    const reportOf = (wanted: number): number | null =>
      counts.find((one) => one.version === wanted)?.reportNumber ?? null;
    const rows = await this.dataSource.query<LineRow[]>(LINES, [districtId, round.id, count.version]);
    const lines = rows.map((row) => lineOf(row, count.threshold));
    const exclusions = await this.dataSource.query<CountExclusionDto[]>(EXCLUSIONS, [
      districtId,
      round.id,
      count.version,
    ]);
    const winnerId = count.winnerId;
    const isLatest = count === counts[0];
    const sum = (of: (line: CountLineDto) => number): number =>
      lines.reduce((total, line) => total + of(line), 0);
    return {
      roundNumber: round.number,
      version: count.version,
      reportNumber: count.reportNumber,
      sha256: sha256Of(count.document),
      reason: count.reason,
      supersedes: reportOf(count.version - 1),
      supersededBy: reportOf(count.version + 1),
      closesAt: round.closesAt.toISOString(),
      countedAt: count.countedAt.toISOString(),
      rulebookVersion: count.rulebookVersion,
      threshold: count.threshold,
      seed: round.seed,
      winner: winnerId === null ? null : (lines[0] ?? null),
      decidedBy: count.decidedBy,
      lines,
      exclusions,
      totals: {
        proposals: lines.length,
        votesFor: sum((line) => line.votesFor),
        votesAgainst: sum((line) => line.votesAgainst),
        residents: count.residents,
        notCounted: sum((line) => line.held + line.invalid + line.waiting),
      },
      agendaItem: winnerId === null || !isLatest ? null : await this.whatBecameOfIt.of(districtId, winnerId),
    };
  }
}

const LINES = `
  select l.rank, l.votes_for, l.votes_against, l.on_paper, l.held, l.invalid, l.waiting, l.chances_left, p.number, p.title,
    p.published_at, p.state, p.hidden, ${SHOWN_COLUMNS}
  from count_line l
  join proposal p on p.district_id = l.district_id and p.id = l.proposal_id
  ${SHOWN_JOINS}
  where l.district_id = $1 and l.round_id = $2 and l.version = $3
  order by l.rank`;

const EXCLUSIONS = `
  select p.number as "proposalNumber", e.batch_number as "batchNumber", e.kind, e.reason, e.votes
  from count_exclusion e
  join proposal p on p.district_id = e.district_id and p.id = e.proposal_id
  where e.district_id = $1 and e.round_id = $2 and e.version = $3
  order by p.number, e.batch_number`;

/** The sums of a hidden proposal stay, so that the report adds up; its words and picture do not. */
function lineOf(row: LineRow, threshold: number): CountLineDto {
  return {
    rank: row.rank,
    number: row.number,
    title: row.hidden ? '' : row.title,
    votesFor: row.votes_for,
    votesAgainst: row.votes_against,
    onPaper: row.on_paper,
    held: row.held,
    invalid: row.invalid,
    waiting: row.waiting,
    chancesLeft: row.chances_left,
    reachedThreshold: row.votes_for >= threshold,
    publishedAt: row.published_at.toISOString(),
    state: row.state,
    neighbourhood: neighbourhoodOf(row),
    picture: row.hidden ? null : firstPictureOf(row),
  };
}

function summaryOf(round: RoundEntity): RoundSummaryDto {
  return {
    number: round.number,
    state: round.state,
    closesAt: round.closesAt.toISOString(),
    seed: round.seed === '' ? null : round.seed,
    countPublished: round.state === 'counted',
  };
}
