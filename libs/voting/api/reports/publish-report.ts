import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DistrictEntity } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import { countReport, type Exclusion, type LedgerReach } from '@buurtstem/voting-domain';
import { CountExclusionEntity, RoundCountEntity, type RoundEntity } from '../entities';
import { lotOf, type Ranked } from '../ranking';
import { TallyRound, type TallyScope } from '../tally-round';

/** What is published of votes whose batch nobody has decided about. */
export const HELD_REASON = 'Deze stemmen zijn in onderzoek. Er is nog niet over beslist.';

export interface Counted {
  readonly round: RoundEntity;
  readonly rules: Rulebook;
  readonly scope: TallyScope;
  readonly result: Ranked;
  readonly residents: number;
  /** The lines of the ledger that were counted. */
  readonly ledger: LedgerReach;
  readonly at: Date;
  /** Count dates still ahead of a candidate that did not win. */
  readonly chancesLeft: (proposal: ProposalEntity) => number;
  /** Null for the first count of a round. */
  readonly supersedes: {
    readonly version: number;
    readonly reportNumber: number;
    readonly reason: string;
  } | null;
}

/**
 * Writes a count down for good, in its own transaction: the sums, what was left out and why, and the report's text.
 * Whoever holds the round's lock, or the desk's, may call it: one report at a time in a district.
 */
@Injectable()
export class PublishReport {
  constructor(private readonly tallyRound: TallyRound) {}

  async within(em: EntityManager, counted: Counted): Promise<RoundCountEntity> {
    const { round, rules, result, supersedes } = counted;
    const key = {
      districtId: round.districtId,
      roundId: round.id,
      version: (supersedes?.version ?? 0) + 1,
    };
    const exclusions = await this.exclusions(em, counted);
    const reportNumber = await nextReportNumber(em, round.districtId);
    const count: RoundCountEntity = {
      ...key,
      id: randomUUID(),
      reportNumber,
      reason: supersedes?.reason ?? '',
      document: await this.document(em, counted, { ...key, reportNumber, exclusions }),
      countedAt: counted.at,
      rulebookVersion: rules.version,
      threshold: rules.threshold,
      winnerId: result.winner?.proposal.id ?? null,
      decidedBy: result.decidedBy,
      residents: counted.residents,
    };
    await em.insert(RoundCountEntity, count);
    const lines = result.ranking.map(({ proposal, ...sums }, index) => ({
      ...sums,
      proposalId: proposal.id,
      rank: index + 1,
      chancesLeft: chancesLeft(counted, proposal),
    }));
    await em.query(WRITE_LINES, [key.districtId, key.roundId, key.version, JSON.stringify(lines)]);
    await em.insert(
      CountExclusionEntity,
      exclusions.map(({ proposalId, batchNumber, kind, reason, votes }) => ({
        ...key,
        proposalId,
        batchNumber,
        kind,
        reason,
        votes,
      })),
    );
    return count;
  }

  private async document(
    em: EntityManager,
    counted: Counted,
    { version, reportNumber, exclusions }: ReportKey,
  ): Promise<string> {
    const { round, rules, result, supersedes } = counted;
    const { slug } = await em.findOneByOrFail(DistrictEntity, { id: round.districtId });
    return countReport({
      reportNumber,
      district: slug,
      roundNumber: round.number,
      version,
      supersedes: supersedes?.reportNumber ?? null,
      reason: supersedes?.reason ?? '',
      closesAt: round.closesAt,
      countedAt: counted.at,
      rules,
      seed: round.seed,
      decidedBy: result.decidedBy,
      winner: result.winner?.proposal.number ?? null,
      candidates: result.ranking.map((candidate) => ({
        ...candidate,
        proposalNumber: candidate.proposal.number,
        lot: lotOf(round.seed, candidate.proposalId),
        chancesLeft: chancesLeft(counted, candidate.proposal),
      })),
      exclusions,
      residents: counted.residents,
      ledger: counted.ledger,
    });
  }

  private async exclusions(em: EntityManager, { scope, result }: Counted): Promise<CountedExclusion[]> {
    const numbers = new Map<string, number>(
      result.ranking.map(({ proposal }) => [proposal.id, proposal.number]),
    );
    const excluded = await this.tallyRound.exclusions(em, scope);
    return excluded.map((one) => ({
      ...one,
      proposalNumber: numbers.get(one.proposalId) ?? 0,
      reason: one.kind === 'held' ? HELD_REASON : one.reason,
    }));
  }
}

type CountedExclusion = Exclusion & Pick<CountExclusionEntity, 'proposalId'>;

interface ReportKey {
  readonly version: number;
  readonly reportNumber: number;
  readonly exclusions: readonly CountedExclusion[];
}

function chancesLeft({ result, ...counted }: Counted, proposal: ProposalEntity): number {
  return proposal.id === result.winner?.proposal.id ? 0 : Math.max(0, counted.chancesLeft(proposal));
}

async function nextReportNumber(em: EntityManager, districtId: number): Promise<number> {
  const [last] = await em.query<{ number: number }[]>(
    'select coalesce(max(report_number), 0)::integer as number from round_count where district_id = $1',
    [districtId],
  );
  return (last?.number ?? 0) + 1;
}

/** In one value: a value for each number would be more than a statement takes, from 5,000 candidates on. */
const WRITE_LINES = `
  insert into count_line (district_id, round_id, version, proposal_id, rank, votes_for, votes_against, on_paper, waiting, held,
    invalid, chances_left)
  select $1, $2, $3, "proposalId", rank, "votesFor", "votesAgainst", "onPaper", waiting, held, invalid, "chancesLeft"
  from jsonb_to_recordset($4::jsonb) as l ("proposalId" uuid, rank integer, "votesFor" integer, "votesAgainst" integer,
    "onPaper" integer, waiting integer, held integer, invalid integer, "chancesLeft" smallint)`;
