import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { arrangeAgenda, mayArrange, type Arrangement } from '@buurtstem/agenda-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal, type AgendaItemId, type MeetingPointId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { AgendaItemEntity, MeetingEntity, MeetingPointEntity } from '../entities';
import { findMeeting, lockAgendas } from '../items/agenda-items';
import { agendasOf } from './agendas';
import type { PutDraftAgendaDto } from './draft-agenda.dto';

/** Order, minutes and free points of an agenda, all at once. Winners cannot be left out. */
@Injectable()
export class ArrangeAgenda {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(districtId: number, meetingId: string, wanted: PutDraftAgendaDto): Promise<void> {
    return this.transaction.run(async (em) => {
      await lockAgendas(em, districtId);
      const meeting = await findMeeting(em, districtId, meetingId);
      if (wanted.revision !== meeting.revision) throw new Refusal('version-conflict');
      const open = mayArrange(meeting, await this.clock.now(em));
      if (!open.ok) throw new Refusal(open.refusal);
      const [agenda] = await agendasOf(em, districtId, [meeting]);
      const arranged = arrangeAgenda(wanted.entries, agenda?.draft ?? []);
      if (!arranged.ok) throw new Refusal(arranged.refusal);
      await write(em, meeting, arranged.value);
    });
  }
}

async function write(
  em: EntityManager,
  { districtId, id: meetingId }: MeetingEntity,
  { entries, dropped }: Arrangement,
): Promise<void> {
  if (dropped.length > 0)
    await em.delete(MeetingPointEntity, { districtId, id: In(dropped as MeetingPointId[]) });
  for (const [position, entry] of entries.entries()) {
    const { minutes } = entry;
    if (entry.kind === 'item')
      await em.update(AgendaItemEntity, { districtId, id: entry.id as AgendaItemId }, { minutes, position });
    else
      await em.save(MeetingPointEntity, {
        districtId,
        id: (entry.id ?? randomUUID()) as MeetingPointId,
        meetingId,
        position,
        title: entry.title,
        minutes,
      });
  }
  await em.increment(MeetingEntity, { districtId, id: meetingId }, 'revision', 1);
}
