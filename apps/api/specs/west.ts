import type { INestApplicationContext } from '@nestjs/common';
import { ImportResidents } from '@buurtstem/accounts-api';
import { PlanMeeting } from '@buurtstem/agenda-api';
import { FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK, type RulebookSettings, type VoteLimits } from '@buurtstem/districts-domain';
import { MovableClock, type AppOptions } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import { PublishProposal, SubmitProposal } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { CastVotes, PlanRounds, RoundEntity, Rounds, type VoteAnswer } from '@buurtstem/voting-api';
import { DataSource, type EntityManager } from 'typeorm';
import { AppModule } from '../src/app.module';

const DAY = 86_400_000;

/** All voters of a spec come from one machine; a spec about the limits brings its own. */
const LOOSE_LIMITS: VoteLimits = {
  newVotersPerNetwork: [{ hits: 10_000, seconds: 60 }],
  newVotersPerMailDomain: [{ hits: 10_000, seconds: 60 }],
  votesPerAccount: [{ hits: 10_000, seconds: 60 }],
};

/** The real application on a real database, with the district West: a low threshold, and its first round open. */
export class West {
  private constructor(
    readonly test: TestApp,
    readonly districtId: number,
  ) {}

  static async open(
    rules: Partial<RulebookSettings> = {},
    env: Record<string, string> = {},
    options: AppOptions = {},
  ): Promise<West> {
    const test = await startTestApp([AppModule.forRoot({ hasDevTools: true })], env, options);
    const districtId = await test.app.get(FoundDistrict).execute({
      slug: 'west',
      name: 'West',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [{ slug: 'sluiskwartier', name: 'Sluiskwartier' }],
      rules: { ...DEFAULT_RULEBOOK, voteLimits: LOOSE_LIMITS, threshold: 2, ...rules },
    });
    await test.app.get(PlanRounds).execute(districtId);
    return new West(test, districtId);
  }

  get app(): INestApplicationContext {
    return this.test.app;
  }

  get em(): EntityManager {
    return this.app.get(DataSource).manager;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  async residents(count: number): Promise<ResidentId[]> {
    const keys = Array.from({ length: count }, (_, index) => `resident ${index}`);
    return [...(await this.app.get(ImportResidents).execute(keys, new Date(Date.now() - DAY))).values()];
  }

  /** An open proposal by a resident of its own; answers its number. */
  async proposal(title: string, publishedAt?: Date): Promise<number> {
    const [id] = (await this.residents(1)) as [ResidentId];
    const number = await this.app.get(SubmitProposal).execute({
      districtId: this.districtId,
      kind: 'plan',
      title,
      summary: 'Elke ochtend steken hier 200 kinderen over.',
      body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(
        2,
      ),
      neighbourhood: 'sluiskwartier',
      submitter: { id, displayName: 'Charlie' },
    });
    await this.app.get(PublishProposal).execute(this.districtId, number, id, publishedAt);
    return number;
  }

  /** Everyone of these residents asks for the same. */
  vote(
    number: number,
    residents: readonly ResidentId[],
    choice: 'for' | 'against' | 'none' = 'for',
  ): Promise<VoteAnswer[]> {
    const wishes = residents.map((residentId) => ({ proposalNumber: number, residentId, choice }));
    return this.app.get(CastVotes).execute(this.districtId, wishes);
  }

  /** Another district, without neighbourhoods and with the rules as they are given to a new one. */
  oost(): Promise<number> {
    return this.app.get(FoundDistrict).execute({
      slug: 'oost',
      name: 'Oost',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [],
      rules: DEFAULT_RULEBOOK,
    });
  }

  async openRound(): Promise<RoundEntity> {
    const round = await this.app.get(Rounds).open(this.em, this.districtId);
    if (!round) throw new Error('West has no open round');
    return round;
  }

  /** A meeting three weeks after the open round's count date, with its agenda open until two weeks after it. */
  async meeting(): Promise<string> {
    const closesAt = (await this.openRound()).closesAt.getTime();
    const wanted = {
      startsAt: new Date(closesAt + 21 * DAY),
      agendaDeadline: new Date(closesAt + 14 * DAY),
      place: 'Buurthuis',
    };
    return this.app.get(PlanMeeting).execute(this.districtId, wanted, null);
  }

  /** Moves the clock of the whole deployment through the test-only seam. */
  async moveClockTo(instant: Date): Promise<void> {
    await this.app.get(MovableClock).moveTo(this.em, (instant.getTime() - Date.now()) / 1000);
  }

  async rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.em.query<Record<string, unknown>[]>(sql, values);
  }
}
