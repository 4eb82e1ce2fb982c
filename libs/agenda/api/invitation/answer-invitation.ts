import { Injectable } from '@nestjs/common';
import { answerInvitation } from '@buurtstem/agenda-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingInvitationEntity } from '../entities';
import { findMeeting } from '../items/agenda-items';
import { findInvitation } from './find-invitation';
import type { AnswerInvitationDto } from './invitation.dto';

/** The submitter, or who joined them, says whether they come; until the meeting begins they may think again. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(
    districtId: number,
    proposalNumber: number,
    answer: AnswerInvitationDto,
    residentId: ResidentId,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      const id = await findInvitation(em, districtId, proposalNumber, residentId);
      const invitation = await em.findOneOrFail(MeetingInvitationEntity, {
        where: { districtId, id },
        lock: { mode: 'pessimistic_write' },
      });
      // Read after the lock: whoever moves the meeting lets the invitation lapse.
      const meeting = await findMeeting(em, districtId, invitation.meetingId);
      const now = await this.clock.now(em);
      const answered = answerInvitation(invitation.state, meeting, answer, now);
      if (!answered.ok) throw new Refusal(answered.refusal);
      await em.update(MeetingInvitationEntity, { districtId, id }, { ...answered.value, answeredAt: now });
    });
  }
}
