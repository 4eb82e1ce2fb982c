import { Injectable } from '@nestjs/common';
import { AnswerInvitation, ArrangeAgenda, PublishAgenda, WriteContextNote } from '@buurtstem/agenda-api';
import { personOf, type Stage } from './play-story';
import { ANSWER, CLOSING, CONTEXT_NOTE, OPENING } from './story/meetings';

const DAY = 24 * 3600 * 1000;
const MINUTES_OF_A_WINNER = 45;

interface Upcoming {
  readonly id: string;
  readonly revision: number;
  readonly items: readonly string[];
}

/** Lets the clerk, the official and the submitter prepare the meetings that are still to come. */
@Injectable()
export class PlayMeetings {
  constructor(
    private readonly arrangeAgenda: ArrangeAgenda,
    private readonly publishAgenda: PublishAgenda,
    private readonly writeContextNote: WriteContextNote,
    private readonly answerInvitation: AnswerInvitation,
  ) {}

  /** `lastCount`: when the winner that waits for its meeting had won. */
  async prepare(stage: Stage, lastCount: Date, now: Date): Promise<void> {
    const after = (days: number): Date => new Date(Math.min(lastCount.getTime() + days * DAY, now.getTime()));
    const [next, ...later] = await upcoming(stage, now);
    if (!next) throw new Error('The story has no meeting ahead.');
    await stage.setClock(after(1));
    for (const meeting of [next, ...later]) await this.arrange(stage, meeting);
    await stage.setClock(after(2));
    const [item] = await stage.em.query<{ id: string; number: number; submitter: string }[]>(
      `select i.id, p.number, p.submitter_name as submitter from agenda_item i
       join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
       where i.district_id = $1 and i.meeting_id = $2 and p.title like $3`,
      [stage.districtId, next.id, `${CONTEXT_NOTE.plan}%`],
    );
    if (!item) throw new Error(`"${CONTEXT_NOTE.plan}" is not on the agenda of the next meeting.`);
    await this.answerInvitation.execute(
      stage.districtId,
      item.number,
      ANSWER,
      personOf(stage, item.submitter).id,
    );
    await stage.setClock(after(6));
    const official = personOf(stage, CONTEXT_NOTE.by);
    await this.writeContextNote.execute(stage.districtId, item.id, CONTEXT_NOTE.text, official);
    await stage.setClock(after(8));
    await this.publish(stage, now);
  }

  private async publish(stage: Stage, now: Date): Promise<void> {
    const [next] = await upcoming(stage, now);
    if (!next) throw new Error('The meeting has gone.');
    const { id, revision } = next;
    const clerk = personOf(stage, 'Bram Visser').id;
    await this.publishAgenda.execute(stage.districtId, id, { revision, note: '' }, clerk);
  }

  private async arrange({ districtId }: Stage, { id, revision, items }: Upcoming): Promise<void> {
    const winners = items.map((item) => ({ kind: 'item' as const, id: item, minutes: MINUTES_OF_A_WINNER }));
    const entries = [
      { kind: 'point' as const, ...OPENING },
      ...winners,
      { kind: 'point' as const, ...CLOSING },
    ];
    await this.arrangeAgenda.execute(districtId, id, { revision, entries });
  }
}

async function upcoming({ em, districtId }: Stage, now: Date): Promise<Upcoming[]> {
  return em.query<Upcoming[]>(
    `select m.id, m.revision, array(select i.id::text from agenda_item i
       where i.district_id = m.district_id and i.meeting_id = m.id order by i.position) as items
     from meeting m where m.district_id = $1 and m.state = 'planned' and m.starts_at > $2 order by m.starts_at`,
    [districtId, now],
  );
}
