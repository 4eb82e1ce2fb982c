import type { INestApplicationContext } from '@nestjs/common';
import { ImportResidents } from '@buurtstem/accounts-api';
import { PlanMeeting } from '@buurtstem/agenda-api';
import { FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { Transaction } from '@buurtstem/platform-api';
import { PublishProposal, SubmitProposal } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import {
  CastVotes,
  CountRound,
  PlanRounds,
  ReadRounds,
  type VoteAnswer,
  type VoteWish,
} from '@buurtstem/voting-api';
import type { Progress } from './progress';

const SLUG = 'replay';
/** Any working day far enough back that the whole round lies in the past. */
const OPENS = new Date('2026-01-05T08:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
/** Votes a transaction: few round trips, and short enough not to hold anyone up. */
const BATCH = 2_000;

export interface ReplayedProposal {
  /** What the file calls it. */
  readonly key: string;
  readonly title: string;
}

export interface ReplayedVote {
  readonly proposalKey: string;
  readonly voterKey: string;
  readonly choice: VoteWish['choice'];
}

/**
 * Carries an election of others through our own use cases: founds a district, registers the voters, submits and
 * publishes the proposals a minute apart, casts the votes, plans a meeting, and counts.
 */
export class Replay {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly progress: Progress,
  ) {}

  async run(
    proposals: readonly ReplayedProposal[],
    voterKeys: readonly string[],
    votes: readonly ReplayedVote[],
    threshold: number,
  ): Promise<{
    readonly answers: VoteAnswer[];
    readonly count: Awaited<ReturnType<ReadRounds['count']>>;
    readonly keyOf: (number: number) => string;
  }> {
    const districtId = await this.openDistrict(threshold);
    const residents = await this.app.get(ImportResidents).execute(voterKeys, OPENS);
    const numbers = await this.publish(districtId, proposals);
    const wishes = votes.map(({ proposalKey, voterKey, choice }): VoteWish => {
      const proposalNumber = numbers.get(proposalKey);
      const residentId = residents.get(voterKey);
      if (proposalNumber === undefined || residentId === undefined)
        throw new Error(`No ${proposalKey} or ${voterKey}`);
      return { proposalNumber, residentId, choice };
    });
    const answers = await this.cast(districtId, wishes);
    const count = await this.count(districtId);
    const keys = new Map([...numbers].map(([key, number]) => [number, key]));
    return { answers, count, keyOf: (number) => keys.get(number) ?? '' };
  }

  private async openDistrict(threshold: number): Promise<number> {
    const districtId = await this.app.get(FoundDistrict).execute({
      slug: SLUG,
      name: 'Replay',
      municipality: 'Replay',
      theme: 'west',
      neighbourhoods: [],
      rules: { ...DEFAULT_RULEBOOK, threshold },
      rulesFrom: OPENS,
    });
    await this.app.get(PlanRounds).execute(districtId, OPENS);
    return districtId;
  }

  private async publish(
    districtId: number,
    proposals: readonly ReplayedProposal[],
  ): Promise<Map<string, number>> {
    const [submitterId] = [
      ...(await this.app.get(ImportResidents).execute(['submitter of the replay'], OPENS)).values(),
    ];
    const submitter = { id: submitterId as ResidentId, displayName: 'Replay' };
    const numbers = new Map<string, number>();
    for (const [index, { key, title }] of proposals.entries()) {
      const text = { title, summary: '', body: '', kind: 'plan' as const, neighbourhood: null };
      const number = await this.app.get(SubmitProposal).takeIn({ ...text, districtId, submitter });
      await this.app
        .get(PublishProposal)
        .execute(districtId, number, submitter.id, new Date(OPENS.getTime() + index * MINUTE));
      numbers.set(key, number);
      this.progress.show('Proposals', index + 1, proposals.length);
    }
    return numbers;
  }

  private async cast(districtId: number, wishes: readonly VoteWish[]): Promise<VoteAnswer[]> {
    const castVotes = this.app.get(CastVotes);
    const at = new Date(OPENS.getTime() + 2 * DAY);
    const answers: VoteAnswer[] = [];
    for (let start = 0; start < wishes.length; start += BATCH) {
      const batch = wishes.slice(start, start + BATCH);
      answers.push(
        ...(await this.app.get(Transaction).run((em) => castVotes.within(em, districtId, batch, at))),
      );
      this.progress.show('Votes', answers.length, wishes.length);
    }
    return answers;
  }

  private async count(districtId: number): Promise<Awaited<ReturnType<ReadRounds['count']>>> {
    const [round] = (await this.app.get(ReadRounds).list(SLUG)).filter(
      (candidate) => candidate.state === 'open',
    );
    if (!round) throw new Error('The replay has no open round');
    const closesAt = new Date(round.closesAt);
    const meeting = {
      startsAt: new Date(closesAt.getTime() + 21 * DAY),
      agendaDeadline: new Date(closesAt.getTime() + 14 * DAY),
      place: 'Replay',
    };
    await this.app.get(PlanMeeting).execute(districtId, meeting, null, OPENS);
    this.progress.show('Count', 0, 1);
    await this.app.get(CountRound).execute(districtId, round.number, closesAt);
    this.progress.clear();
    return this.app.get(ReadRounds).count(SLUG, round.number);
  }
}
