import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { agendaItemTransition, planMeeting, promote } from '@buurtstem/agenda-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { ProposalEntity, Proposals } from '@buurtstem/proposals-api';
import { Refusal, type MeetingId, type ResidentId } from '@buurtstem/shared-domain';
import { AgendaItemEntity, MeetingEntity } from '../entities';

export interface NewMeeting {
  readonly startsAt: Date;
  readonly agendaDeadline: Date;
  readonly place: string;
  readonly contact?: string;
}

/** Plans a committee meeting; what waits in the queue comes onto the first agenda that is open, oldest first. */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
  ) {}

  /** `at` is for demos that bring a past; else it is now. Answers the id of the meeting. */
  execute(districtId: number, wanted: NewMeeting, actorId: ResidentId | null, at?: Date): Promise<string> {
    return this.transaction.run(async (em) => {
      // One planner at a time, so that two meetings at the same hour cannot slip past each other.
      await em.query('select from district where id = $1 for no key update', [districtId]);
      const now = at ?? (await this.clock.now(em));
      const others = await em.findBy(MeetingEntity, { districtId });
      const allowed = planMeeting(wanted, others, now);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const meeting: MeetingEntity = {
        districtId,
        id: randomUUID() as MeetingId,
        ...wanted,
        state: 'planned',
        sequence: 0,
        contact: wanted.contact ?? '',
        reason: '',
        revision: 0,
        changedAt: now,
      };
      await em.insert(MeetingEntity, meeting);

      const waiting = await em.find(AgendaItemEntity, {
        where: { districtId, state: 'queued' },
        order: { createdAt: 'asc' },
      });
      const { meetingId } = promote([...others, meeting], now);
      for (const item of meetingId === null ? [] : waiting) {
        const scheduled = agendaItemTransition(item.state, 'schedule');
        if (!scheduled.ok) throw new Refusal(scheduled.refusal);
        const change = { state: scheduled.value, meetingId: meetingId as MeetingId };
        await em.update(AgendaItemEntity, { districtId, id: item.id }, change);
        const proposal = await em.findOneByOrFail(ProposalEntity, { districtId, id: item.proposalId });
        await this.proposals.changeState(em, proposal, { verb: 'schedule', actorId, at: now });
      }
      return meeting.id;
    });
  }
}
