import { Injectable } from '@nestjs/common';
import { hasChanges, timesOf } from '@buurtstem/agenda-domain';
import { DataSource, In, Not } from 'typeorm';
import { MeetingInvitationEntity } from '../entities';
import { findMeeting } from '../items/agenda-items';
import { entriesOf, ReadAgenda } from '../read-agenda';
import { agendasOf } from './agendas';
import type { DraftAgendaDto, SubmitterAnswerDto } from './draft-agenda.dto';

/** The agenda as the clerk works on it, with what the submitters answered. */
@Injectable()
export class ReadDraftAgenda {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAgenda: ReadAgenda,
  ) {}

  async of(districtId: number, meetingId: string): Promise<DraftAgendaDto> {
    const { manager } = this.dataSource;
    const meeting = await findMeeting(manager, districtId, meetingId);
    const [agenda] = await agendasOf(manager, districtId, [meeting]);
    const draft = agenda?.draft ?? [];
    const published = agenda?.published ?? null;
    const ids = draft.flatMap((entry) => (entry.kind === 'item' ? [entry.id] : []));
    const items = await this.readAgenda.byIds(districtId, ids);
    const invitations = await manager.findBy(MeetingInvitationEntity, {
      districtId,
      agendaItemId: In(ids),
      state: Not('lapsed'),
    });
    const answerOf = (item: string): SubmitterAnswerDto | null => {
      const invitation = invitations.find(({ agendaItemId }) => agendaItemId === item);
      return invitation ? submitterAnswerOf(invitation) : null;
    };
    return {
      revision: meeting.revision,
      entries: entriesOf(meeting.startsAt, draft, items).map((entry) => ({
        ...entry,
        submitter: answerOf(entry.id),
      })),
      endsAt: timesOf(meeting.startsAt, draft).endsAt.toISOString(),
      publishedVersion: published?.version ?? null,
      hasChanges: hasChanges(published?.entries ?? null, draft),
    };
  }
}

function submitterAnswerOf(invitation: MeetingInvitationEntity): SubmitterAnswerDto {
  const { state, delegateName, needs, askedAt, answeredAt, attended } = invitation;
  return {
    state,
    delegateName,
    needs,
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    attended,
  };
}
