import { Injectable } from '@nestjs/common';
import { isOpenInvitation, publicAgenda, timesOf } from '@buurtstem/agenda-domain';
import { Clock } from '@buurtstem/platform-api';
import { ProposalEntity } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { agendasOf } from '../agenda/agendas';
import { AgendaItemEntity, MeetingInvitationEntity } from '../entities';
import { findMeeting } from '../items/agenda-items';
import { findInvitation } from './find-invitation';
import type { MeetingInvitationDto } from './invitation.dto';

/** The submitter's own invitation, with all that they need to prepare. */
@Injectable()
export class ReadMyInvitation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(
    districtId: number,
    proposalNumber: number,
    residentId: ResidentId,
  ): Promise<MeetingInvitationDto> {
    const em = this.dataSource.manager;
    const id = await findInvitation(em, districtId, proposalNumber, residentId);
    const invitation = await em.findOneByOrFail(MeetingInvitationEntity, { districtId, id });
    const meeting = await findMeeting(em, districtId, invitation.meetingId);
    const item = await em.findOneByOrFail(AgendaItemEntity, { districtId, id: invitation.agendaItemId });
    const { title } = await em.findOneByOrFail(ProposalEntity, { districtId, id: item.proposalId });
    const [agenda] = await agendasOf(em, districtId, [meeting]);
    const entries = publicAgenda(agenda?.published?.entries ?? null, agenda?.winners ?? []);
    const turn = entries.findIndex((entry) => entry.id === item.id);
    const { starts } = timesOf(meeting.startsAt, entries);
    return {
      state: invitation.state,
      title,
      proposalNumber,
      startsAt: meeting.startsAt.toISOString(),
      // Of a meeting that it left, it is the start that they were asked for.
      itemStartsAt: (starts[turn] ?? meeting.startsAt).toISOString(),
      minutes: entries[turn]?.minutes ?? item.minutes,
      place: meeting.place,
      contact: meeting.contact,
      meeting: meeting.id,
      isOpen: isOpenInvitation(invitation.state, meeting, await this.clock.now(em)),
      delegateName: invitation.delegateName,
      needs: invitation.needs,
      answeredAt: invitation.answeredAt?.toISOString() ?? null,
    };
  }
}
