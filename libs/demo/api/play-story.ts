import { Injectable } from '@nestjs/common';
import { RecordOutcome } from '@buurtstem/agenda-api';
import { PostArgument } from '@buurtstem/discussion-api';
import { MovableClock } from '@buurtstem/platform-api';
import {
  AddNote,
  ProposalPictureEntity,
  PublishProposal,
  SubmitProposal,
  WithdrawProposal,
} from '@buurtstem/proposals-api';
import type { ProposalId } from '@buurtstem/shared-domain';
import { unreachable } from '@buurtstem/shared-domain';
import { CastVotes, CountRound } from '@buurtstem/voting-api';
import type { EntityManager } from 'typeorm';
import type { Cast, CastMember } from './cast';
import { pictureOf } from './pictures';
import type { OutcomeStory, ProposalStory } from './story';
import { placeOf, themeOf } from './town-map';
import type { DemoEvent } from './timeline';

const DAY = 24 * 3600 * 1000;

/** Where the story plays, and what it has made so far. */
export interface Stage {
  readonly em: EntityManager;
  readonly districtId: number;
  readonly cast: Cast;
  /** The clock of the use cases stands at this time; they know no other. */
  readonly setClock: (at: Date) => Promise<void>;
  readonly numbers: Map<ProposalStory, number>;
}

/** Lets the people of the demo do what its story says, through the same use cases as everybody else. */
@Injectable()
export class PlayStory {
  constructor(
    private readonly submitProposal: SubmitProposal,
    private readonly publishProposal: PublishProposal,
    private readonly withdrawProposal: WithdrawProposal,
    private readonly addNote: AddNote,
    private readonly postArgument: PostArgument,
    private readonly castVotes: CastVotes,
    private readonly countRound: CountRound,
    private readonly recordOutcome: RecordOutcome,
  ) {}

  async play(stage: Stage, event: DemoEvent): Promise<void> {
    const { em, districtId } = stage;
    switch (event.kind) {
      case 'publish':
        return this.publish(stage, event.story, event.at);
      case 'votes': {
        const wishes = event.votes.map(({ story, voter, choice }) => {
          return { proposalNumber: numberOf(stage, story), residentId: voterAt(stage, voter).id, choice };
        });
        const answers = await this.castVotes.within(em, districtId, wishes, event.at);
        const refused = answers.find((answer) => !answer.ok);
        if (refused && !refused.ok)
          throw new Error(`The story's vote at ${event.at.toISOString()} was refused: ${refused.refusal}`);
        return;
      }
      case 'argument': {
        const { story, side, body, at } = event;
        const author = voterAt(stage, event.author);
        await this.postArgument.execute({
          districtId,
          proposalNumber: numberOf(stage, story),
          author,
          side,
          body,
          at,
        });
        return;
      }
      case 'note':
        await stage.setClock(event.at);
        return this.addNote.execute(
          districtId,
          numberOf(stage, event.story),
          submitterOf(stage, event.story).id,
          event.text,
        );
      case 'withdraw':
        await stage.setClock(event.at);
        return this.withdrawProposal.execute(
          districtId,
          numberOf(stage, event.story),
          submitterOf(stage, event.story).id,
          event.reason,
        );
      case 'count':
        await this.countRound.execute(districtId, event.round, event.at);
        return;
      default:
        return unreachable(event);
    }
  }

  /** The committee meets: what stands on its agenda is discussed. */
  async meet(stage: Stage, meetingId: string, at: Date): Promise<void> {
    await this.recordOutcome.discuss(stage.districtId, meetingId, clerkOf(stage).id, { at });
  }

  /** The committee decides on the winner of a round, and tells what became of it. */
  async decide(stage: Stage, outcome: OutcomeStory, meetingAt: Date, now: Date): Promise<void> {
    const { em, districtId } = stage;
    const [item] = await em.query<{ id: string }[]>(
      `select i.id from agenda_item i join round r on r.district_id = i.district_id and r.id = i.round_id
       where i.district_id = $1 and r.number = $2`,
      [districtId, outcome.round],
    );
    if (!item) throw new Error(`Round ${outcome.round} of the story has no winner.`);
    const clerk = clerkOf(stage).id;
    const { decision, reasons, responsible } = outcome;
    await this.recordOutcome.decide(
      districtId,
      item.id,
      { decision, reasons },
      clerk,
      new Date(meetingAt.getTime() + 2 * 3600 * 1000),
    );
    for (const { daysAfterMeeting, text, finishes = false } of outcome.reports) {
      const at = new Date(meetingAt.getTime() + daysAfterMeeting * DAY);
      if (at < now)
        await this.recordOutcome.report(districtId, item.id, { text, responsible, finishes }, clerk, at);
    }
  }

  private async publish(stage: Stage, story: ProposalStory, at: Date): Promise<void> {
    const { em, districtId } = stage;
    const submitter = submitterOf(stage, story);
    await stage.setClock(new Date(at.getTime() - 40 * 60_000));
    const { title, summary, body, neighbourhood, kind = 'plan' } = story;
    const number = await this.submitProposal.execute({
      districtId,
      title,
      summary,
      body,
      kind,
      neighbourhood,
      theme: themeOf(story),
      place: placeOf(story),
      submitter,
    });
    stage.numbers.set(story, number);
    const [row] = await em.query<{ id: ProposalId }[]>(
      'select id from proposal where district_id = $1 and number = $2',
      [districtId, number],
    );
    if (!row) throw new Error(`"${title}" was not kept.`);
    // Beside the use case: these are drawn, and stay drawings.
    const { path, alt, width, height } = pictureOf(story);
    await em.insert(ProposalPictureEntity, {
      districtId,
      proposalId: row.id,
      position: 0,
      path,
      alt,
      width,
      height,
    });
    await this.publishProposal.execute(districtId, number, submitter.id, at);
  }
}

function numberOf(stage: Stage, story: ProposalStory): number {
  const number = stage.numbers.get(story);
  if (number === undefined) throw new Error(`"${story.title}" is not published yet.`);
  return number;
}

function voterAt(stage: Stage, index: number): CastMember {
  const voter = stage.cast.voters[index];
  if (!voter) throw new Error(`There is no voter ${index}.`);
  return voter;
}

function submitterOf(stage: Stage, story: ProposalStory): CastMember {
  return personOf(stage, story.submitter);
}

function clerkOf(stage: Stage): CastMember {
  return personOf(stage, 'Bram Visser');
}

export function personOf(stage: Pick<Stage, 'cast'>, name: string): CastMember {
  const person = stage.cast.named.get(name);
  if (!person) throw new Error(`Nobody in the demo is called ${name}.`);
  return person;
}

/** Sets the clock of the use cases, on this connection only until the work commits. */
export function clockSetter(em: EntityManager, clock: MovableClock): (at: Date) => Promise<void> {
  return async (at) => {
    const [row] = await em.query<{ real: Date }[]>('select clock_timestamp() as real');
    if (!row) throw new Error('The database did not tell the time.');
    await clock.moveTo(em, (at.getTime() - row.real.getTime()) / 1000);
  };
}
