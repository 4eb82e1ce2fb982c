import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Eligibility } from '@buurtstem/accounts-api';
import { Districts } from '@buurtstem/districts-api';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Proposals } from '@buurtstem/proposals-api';
import { isOpen, isPublic } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { entersPaperVote, judgePaperVote, type PaperVerdict } from '@buurtstem/voting-domain';
import { CastVotes } from '../cast-votes';
import { Rounds } from '../rounds';
import { PaperPeople, type KnownPerson, type PaperPerson } from './paper-people';
import type { PaperVoteCheckDto, PaperVoteDto, PaperVoteEntryDto, PaperVoteToEnterDto } from './paper.dto';

/** First key of the advisory lock for paper; the district's id is the second. Any number, as long as it is always it. */
const PAPER_LOCK = 7_215_005;

export interface PaperSheet {
  readonly sheet: string;
  readonly votes: readonly PaperVoteToEnterDto[];
  readonly clerkId: ResidentId;
}

interface JudgedLine {
  readonly vote: PaperVoteToEnterDto;
  readonly person: PaperPerson;
  readonly accountId: ResidentId | null;
  readonly verdict: PaperVerdict;
}

/** Enters votes that were collected on paper, each person's once, whichever way they voted before. */
@Injectable()
export class EnterPaperVotes {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly eligibility: Eligibility,
    private readonly proposals: Proposals,
    private readonly rounds: Rounds,
    private readonly people: PaperPeople,
    private readonly castVotes: CastVotes,
  ) {}

  /** What would become of each line. Writes nothing. */
  check(districtId: number, number: number, votes: readonly PaperVoteDto[]): Promise<PaperVoteCheckDto[]> {
    return this.transaction.run(async (em) => {
      const judged = await this.judge(em, districtId, number, votes);
      return judged.map(({ verdict }, index) => ({ line: index + 1, verdict }));
    });
  }

  execute(districtId: number, number: number, sheet: PaperSheet): Promise<PaperVoteEntryDto[]> {
    return this.transaction.run(async (em) => {
      // One sheet at a time, so that two clerks with the same sheet are one after the other.
      await em.query('select pg_advisory_xact_lock($1, $2)', [PAPER_LOCK, districtId]);
      await this.rounds.lockForVoting(em, districtId);
      const rules = await this.districts.rulebook(districtId, undefined, em);
      if (!(await this.eligibility.isSet(districtId, rules.identityLevel, em)))
        throw new Refusal('eligibility-not-set');
      const judged = await this.judge(em, districtId, number, sheet.votes);
      const entered = judged.filter(isEntered);
      const strangers = entered.filter(({ accountId }) => accountId === null).map(({ person }) => person);
      const made = await this.people.register(em, strangers, {
        districtId,
        identityLevel: rules.identityLevel,
        sheet: sheet.sheet.trim(),
        clerkId: sheet.clerkId,
        at: await this.clock.now(em),
      });
      const accounts = new Map(strangers.map((person, index) => [person, made[index]]));
      const answers = await this.castVotes.within(
        em,
        districtId,
        entered.flatMap(({ person, accountId, vote }) => {
          const residentId = accountId ?? accounts.get(person);
          return residentId
            ? [{ proposalNumber: number, residentId, choice: vote.choice, channel: 'paper' as const }]
            : [];
        }),
      );
      // A sheet is entered as a whole: what stands in the way of one vote stands in the way of all.
      for (const answer of answers) if (!answer.ok) throw new Refusal(answer.refusal);
      return judged.map((line, index) => ({
        line: index + 1,
        verdict: isEntered(line) ? 'entered' : line.verdict,
      }));
    });
  }

  private async judge(
    em: EntityManager,
    districtId: number,
    number: number,
    votes: readonly PaperVoteToEnterDto[],
  ): Promise<JudgedLine[]> {
    const proposal = await this.proposals.shareByNumber(em, districtId, number);
    if (!isPublic(proposal)) throw new Refusal('proposal-not-found');
    if (!isOpen(proposal)) throw new Refusal('proposal-not-open');
    const people = votes.map((vote) => this.people.read(vote));
    const known = await this.people.find(em, districtId, proposal.id, people);
    const seen = new Set<string>();
    return votes.flatMap((vote, index): JudgedLine[] => {
      const [person, facts] = [people[index], known[index]];
      if (!person || !facts) return [];
      const names = namesOf(person, facts);
      const isRepeated = names.some((name) => seen.has(name));
      for (const name of names) seen.add(name);
      const verdict = judgePaperVote({ ...facts, isRepeated });
      return [{ vote, person, accountId: facts.accountId, verdict }];
    });
  }
}

function isEntered({ verdict, vote }: JudgedLine): boolean {
  return entersPaperVote(verdict, vote.isAnotherPerson === true);
}

/** What two lines of one person have in common: name with address, an e-mail address, or the account. */
function namesOf({ person, email }: PaperPerson, { accountId }: KnownPerson): string[] {
  return [person.toString('hex'), email, accountId].filter((name) => name !== null);
}
