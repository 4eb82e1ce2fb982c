import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { PaperReadingEntity, PublishedAgendaEntity } from '../entities';
import { findMeeting } from '../items/agenda-items';

/** Somebody says that they have read the papers of a meeting, as they stand now. */
@Injectable()
export class MarkPapersRead {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(districtId: number, meetingId: string, memberId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      const meeting = await findMeeting(em, districtId, meetingId);
      const agendaVersion =
        (await em.maximum(PublishedAgendaEntity, 'version', { districtId, meetingId: meeting.id })) ?? 0;
      const readAt = await this.clock.now(em);
      await em.upsert(
        PaperReadingEntity,
        { districtId, meetingId: meeting.id, accountId: memberId, agendaVersion, readAt },
        ['districtId', 'meetingId', 'accountId'],
      );
    });
  }
}
