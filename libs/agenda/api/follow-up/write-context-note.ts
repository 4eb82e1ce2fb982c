import { Injectable } from '@nestjs/common';
import { mayWriteNote } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { ContextNoteEntity } from '../entities';
import { AgendaItems, findMeeting, lockAgendas } from '../items/agenda-items';

/** What the official says of a plan, published at once; a later version replaces it, and the ones before stay. */
@Injectable()
export class WriteContextNote {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
  ) {}

  execute(
    districtId: number,
    itemId: string,
    text: string,
    author: Pick<CurrentAccount, 'id' | 'displayName'>,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      refuseLength(text, TEXT_LENGTHS.contextNote, 'text', 'context-note-length');
      const { displayName } = author;
      if (displayName === null) throw new Refusal('display-name-missing');
      await lockAgendas(em, districtId);
      const { item } = await this.items.visible(em, districtId, itemId);
      const meeting = item.meetingId === null ? null : await findMeeting(em, districtId, item.meetingId);
      const now = await this.clock.now(em);
      const inTime = mayWriteNote(item.state, meeting?.startsAt ?? null, now);
      if (!inTime.ok) throw new Refusal(inTime.refusal);
      await em.insert(ContextNoteEntity, {
        districtId,
        agendaItemId: item.id,
        version: 1 + (await em.countBy(ContextNoteEntity, { districtId, agendaItemId: item.id })),
        authorId: author.id,
        authorName: displayName,
        text: text.trim(),
        publishedAt: now,
      });
    });
  }
}
