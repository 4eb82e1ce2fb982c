import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { agendaItemTransition, type AgendaItemVerb, type Decision } from '@buurtstem/agenda-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { ProposalEntity, Proposals } from '@buurtstem/proposals-api';
import type { ProposalVerb } from '@buurtstem/proposals-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { AgendaItemEntity, MeetingEntity, OutcomeEntity, ProgressReportEntity } from '../entities';

export interface Attendance {
  readonly item: string;
  readonly attended: boolean;
}

export interface CommitteeVote {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

const VERB_OF: Record<Decision, ProposalVerb> = {
  'held-over': 'hold-over',
  adopted: 'adopt',
  'partly-adopted': 'adopt-partly',
  rejected: 'reject',
};

/** After the meeting: what the committee discussed and decided, and what happened with it since. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
  ) {}

  /** Closes a meeting: its items were discussed. */
  discuss(
    districtId: number,
    meetingId: string,
    actorId: ResidentId | null,
    { at }: { readonly attendance?: readonly Attendance[]; readonly at?: Date } = {},
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      const now = at ?? (await this.clock.now(em));
      const id = meetingId as MeetingEntity['id'];
      const closed = await em.update(MeetingEntity, { districtId, id, state: 'planned' }, { state: 'held' });
      if (closed.affected !== 1) throw new Refusal('meeting-not-found');
      const items = await em.findBy(AgendaItemEntity, { districtId, meetingId: id, state: 'scheduled' });
      for (const item of items) await this.move(em, item, 'discuss', 'discuss', { actorId, at: now });
    });
  }

  /** Publishes the committee's decision with its reasons. */
  decide(
    districtId: number,
    itemId: string,
    outcome: { readonly decision: Decision; readonly reasons: string; readonly vote?: CommitteeVote | null },
    actorId: ResidentId | null,
    at?: Date,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      const now = at ?? (await this.clock.now(em));
      if (outcome.reasons.trim() === '') throw new Refusal('reason-missing');
      const item = await lockItem(em, districtId, itemId);
      await this.move(em, item, 'decide', VERB_OF[outcome.decision], {
        actorId,
        at: now,
        reason: outcome.reasons.trim(),
      });
      await em.insert(OutcomeEntity, {
        districtId,
        agendaItemId: item.id,
        number: 1,
        meetingId: item.meetingId,
        decision: outcome.decision,
        reasons: outcome.reasons,
        decidedAt: now,
      });
    });
  }

  /** Tells what happened with an adopted proposal; the first report starts the work, `finishes` ends it. */
  report(
    districtId: number,
    itemId: string,
    report: { readonly text: string; readonly responsible: string; readonly finishes: boolean },
    actorId: ResidentId | null,
    at?: Date,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      const now = at ?? (await this.clock.now(em));
      const item = await lockItem(em, districtId, itemId);
      if (item.state === 'decided') await this.move(em, item, 'follow-up', 'start', { actorId, at: now });
      if (report.finishes) await this.move(em, item, 'follow-up', 'finish', { actorId, at: now });
      const { text, responsible } = report;
      await em.insert(ProgressReportEntity, {
        districtId,
        agendaItemId: item.id,
        text,
        responsible,
        reportedAt: now,
        finishes: report.finishes,
      });
    });
  }

  /** The item and its proposal go on together, or not at all. */
  private async move(
    em: EntityManager,
    item: AgendaItemEntity,
    itemVerb: AgendaItemVerb,
    proposalVerb: ProposalVerb,
    change: { readonly actorId: ResidentId | null; readonly at: Date; readonly reason?: string },
  ): Promise<void> {
    const { districtId, id } = item;
    const next = agendaItemTransition(item.state, itemVerb);
    if (!next.ok) throw new Refusal(next.refusal);
    await em.update(AgendaItemEntity, { districtId, id }, { state: next.value });
    item.state = next.value;
    const proposal = await em.findOneByOrFail(ProposalEntity, { districtId, id: item.proposalId });
    await this.proposals.changeState(em, proposal, { verb: proposalVerb, ...change });
  }
}

async function lockItem(em: EntityManager, districtId: number, itemId: string): Promise<AgendaItemEntity> {
  const item = await em.findOne(AgendaItemEntity, {
    where: { districtId, id: itemId as AgendaItemEntity['id'] },
    lock: { mode: 'pessimistic_write' },
  });
  if (!item) throw new Refusal('not-found');
  return item;
}
