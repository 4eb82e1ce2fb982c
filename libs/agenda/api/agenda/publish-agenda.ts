import { Injectable } from '@nestjs/common';
import { mayArrange, publishAgenda } from '@buurtstem/agenda-domain';
import { Clock, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingEntity, PublishedAgendaEntity } from '../entities';
import { findMeeting, lockAgendas } from '../items/agenda-items';
import { agendasOf } from './agendas';
import type { PublishAgendaDto } from './draft-agenda.dto';

/** Publishes the agenda as it stands, as the next version; the ones before stay. */
@Injectable()
export class PublishAgenda {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(
    districtId: number,
    meetingId: string,
    wanted: PublishAgendaDto,
    actorId: ResidentId,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      await lockAgendas(em, districtId);
      const meeting = await findMeeting(em, districtId, meetingId);
      // What is published is what the clerk looked at. Publishing counts too, so that of two who press at once one does.
      if (wanted.revision !== meeting.revision) throw new Refusal('version-conflict');
      const now = await this.clock.now(em);
      const open = mayArrange(meeting, now);
      if (!open.ok) throw new Refusal(open.refusal);
      const [agenda] = await agendasOf(em, districtId, [meeting]);
      const lines = publishAgenda(agenda?.draft ?? []);
      if (!lines.ok) throw new Refusal(lines.refusal);
      const version = {
        districtId,
        meetingId: meeting.id,
        version: (agenda?.published?.version ?? 0) + 1,
        entries: lines.value,
        note: wanted.note.trim(),
        publishedBy: actorId,
        publishedAt: now,
      };
      try {
        await em.insert(PublishedAgendaEntity, version);
      } catch (error) {
        if (violatedConstraint(error) === 'published_agenda_once') throw new Refusal('version-conflict');
        throw error;
      }
      await em.increment(MeetingEntity, { districtId, id: meeting.id }, 'revision', 1);
    });
  }
}
