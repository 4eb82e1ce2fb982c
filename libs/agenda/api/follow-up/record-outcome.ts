import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decide, holdMeeting, type CommitteeVote, type Decision } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import type { ProposalVerb } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingEntity, MeetingInvitationEntity, OutcomeEntity, ProgressReportEntity } from '../entities';
import { AgendaItems, findMeeting, firstOpen, lockAgendas, type Held } from '../items/agenda-items';
import { recordWay } from '../items/record-way';
import { tellOfWay } from '../items/tell';
import { tellOfOutcome, tellOfProgress } from './tell-what-became-of-it';

export interface Attendance {
  readonly item: string;
  readonly attended: boolean;
}

const VERB_OF: Record<Decision, ProposalVerb> = {
  'held-over': 'hold-over',
  adopted: 'adopt',
  'partly-adopted': 'adopt-partly',
  rejected: 'reject',
};
const RESPONSIBLE = { min: 2, max: 100 };

interface By {
  readonly actorId: ResidentId | null;
  readonly at: Date;
}

/** After the meeting: what the committee discussed and decided, and what happened with it since. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
  ) {}

  /** Closes a meeting: its items were discussed, and whoever was asked for them was there, or was not. */
  discuss(
    districtId: number,
    meetingId: string,
    actorId: ResidentId | null,
    { attendance = [], at }: { readonly attendance?: readonly Attendance[]; readonly at?: Date } = {},
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      await lockAgendas(em, districtId);
      const now = at ?? (await this.clock.now(em));
      const meeting = await findMeeting(em, districtId, meetingId);
      const state = holdMeeting(meeting, now);
      if (!state.ok) throw new Refusal(state.refusal);
      const { sequence } = meeting;
      await em.update(
        MeetingEntity,
        { districtId, id: meeting.id },
        { state: state.value, sequence: sequence + 1, changedAt: now },
      );
      const discussed = await this.items.scheduledFor(em, districtId, meeting.id);
      for (const held of discussed)
        await this.items.step(em, held, { verb: 'discuss', proposalVerb: 'discuss', actorId, at: now });
      for (const { item, attended } of attendance) {
        const one = discussed.find((held) => held.item.id === item);
        if (!one) throw new Refusal('agenda-item-not-found');
        await em.update(
          MeetingInvitationEntity,
          { districtId, agendaItemId: one.item.id, meetingId: meeting.id },
          { attended },
        );
      }
    });
  }

  /** Publishes the committee's decision with its reasons; what it held over goes on by the rule. */
  decide(
    districtId: number,
    itemId: string,
    wanted: {
      readonly decision: Decision;
      readonly reasons: string;
      readonly vote?: CommitteeVote | null;
    },
    actorId: ResidentId | null,
    at?: Date,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      await lockAgendas(em, districtId);
      const now = at ?? (await this.clock.now(em));
      const held = await this.items.visible(em, districtId, itemId);
      const outcome = decide(held.item.state, { ...wanted, vote: wanted.vote ?? null });
      if (!outcome.ok) throw new Refusal(outcome.refusal);
      const { decision, reasons, vote } = outcome.value;
      const { item } = held;
      await em.insert(OutcomeEntity, {
        districtId,
        agendaItemId: item.id,
        number: 1 + (await em.countBy(OutcomeEntity, { districtId, agendaItemId: item.id })),
        meetingId: item.meetingId,
        decision,
        reasons,
        votesFor: vote?.votesFor ?? null,
        votesAgainst: vote?.votesAgainst ?? null,
        votesAbstained: vote?.votesAbstained ?? null,
        decidedAt: now,
      });
      const step = { proposalVerb: VERB_OF[decision], actorId, reason: reasons, at: now };
      const to =
        decision === 'held-over'
          ? await this.holdOver(em, held, reasons, { actorId, at: now })
          : await this.items.step(em, held, { verb: 'decide', ...step });
      await tellOfOutcome(em, item, { decision, reasons, to: to ?? null, at: now });
    });
  }

  /** Tells what happened with an adopted proposal; the first report starts the work, `finishes` ends it. Answers the number of the report. */
  report(
    districtId: number,
    itemId: string,
    report: { readonly text: string; readonly responsible: string; readonly finishes: boolean },
    actorId: ResidentId | null,
    at?: Date,
  ): Promise<number> {
    return this.transaction.run(async (em) => {
      refuseLength(report.text, TEXT_LENGTHS.progressReport, 'text', 'progress-length');
      refuseLength(report.responsible, RESPONSIBLE, 'responsible', 'progress-length');
      await lockAgendas(em, districtId);
      const now = at ?? (await this.clock.now(em));
      const held = await this.items.visible(em, districtId, itemId);
      // The work is over: what would be told now, would be told of something else.
      if (held.proposal.state === 'done') throw new Refusal('agenda-transition-not-possible');
      const starts = held.item.state === 'decided';
      const step = { verb: 'follow-up', actorId, at: now } as const;
      await this.items.step(em, held, { ...step, proposalVerb: starts ? 'start' : null });
      if (report.finishes) await this.items.step(em, held, { ...step, proposalVerb: 'finish' });
      const told = {
        text: report.text.trim(),
        responsible: report.responsible.trim(),
        finishes: report.finishes,
      };
      const agendaItemId = held.item.id;
      const written = await em.insert(ProgressReportEntity, {
        districtId,
        agendaItemId,
        ...told,
        reportedAt: now,
      });
      await tellOfProgress(em, held.item, { ...told, at: now });
      return Number(written.identifiers[0]?.['id']);
    });
  }

  /** Into the queue, and at once onto the first open agenda, as every winner. */
  private async holdOver(
    em: EntityManager,
    held: Held,
    reason: string,
    by: By,
  ): Promise<MeetingEntity | null> {
    const { item } = held;
    const { districtId, meetingId } = item;
    const from = meetingId === null ? null : await findMeeting(em, districtId, meetingId);
    const to = firstOpen(await em.findBy(MeetingEntity, { districtId, state: 'planned' }), by.at);
    const step = { ...by, reason };
    await this.items.step(em, held, {
      verb: 'hold-over',
      proposalVerb: 'hold-over',
      meetingId: null,
      ...step,
    });
    if (to)
      await this.items.step(em, held, {
        verb: 'schedule',
        proposalVerb: 'schedule',
        meetingId: to.id,
        ...by,
      });
    const way = { item, verb: 'held-over', from, to, ...step } as const;
    await tellOfWay(em, way, await recordWay(em, way));
    return to;
  }
}
