import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Repeated, Transaction } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { KeepStandings } from './keep-standings';
import { Rounds } from './rounds';
import { TallyRound } from './tally-round';

const DAY_MS = 24 * 3_600_000;

/** A district whose books do not agree, and which of them. */
export interface BooksDiffer {
  readonly districtId: number;
  readonly what: 'ballots-and-ledger' | 'standings';
}

/**
 * Counts again, every day, what votes have added up to: the ballots against the ledger, and the kept standings against the
 * ballots. A difference is an error in the log, which is what operators are woken by. Where ballots and ledger differ the
 * round is not counted until somebody has set it right: the count refuses by the same comparison.
 */
@Injectable()
export class CheckBallots implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CheckBallots.name);
  private readonly repeated = new Repeated(CheckBallots.name, DAY_MS, () => this.check());

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly rounds: Rounds,
    private readonly tallyRound: TallyRound,
    private readonly keepStandings: KeepStandings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.processRoles.includes('count')) this.repeated.startLater();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.end();
  }

  /** Of every district with an open round; empty is right. Changes nothing, and holds up no vote. */
  async check(): Promise<BooksDiffer[]> {
    const open = await this.dataSource.query<{ id: number }[]>(
      `select district_id as id from round where state = 'open' order by 1`,
    );
    const found: BooksDiffer[] = [];
    for (const { id } of open) {
      if (!(await this.ballotsAgree(id))) found.push({ districtId: id, what: 'ballots-and-ledger' });
      if ((await this.keepStandings.differences(id)).length > 0)
        found.push({ districtId: id, what: 'standings' });
    }
    for (const { districtId, what } of found)
      this.logger.error(`The daily recount of district ${districtId} found a difference: ${what}`);
    return found;
  }

  private ballotsAgree(districtId: number): Promise<boolean> {
    return this.transaction.run(async (em) => {
      const round = await this.rounds.open(em, districtId);
      if (!round) return true;
      const proposals = await em.query<{ id: string }[]>(
        `select id from proposal where district_id = $1 and state = 'open'`,
        [districtId],
      );
      const differing = await this.tallyRound.mismatches(em, {
        districtId,
        closesAt: round.closesAt,
        identityLevel: 0,
        proposalIds: proposals.map(({ id }) => id),
      });
      return differing.length === 0;
    });
  }
}
