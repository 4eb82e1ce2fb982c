import type { ResidentId } from '@buurtstem/shared-domain';
import type { AnswerInvitationDto } from './invitation.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class AnswerInvitation {
  execute(
    _districtId: number,
    _proposalNumber: number,
    _answer: AnswerInvitationDto,
    _residentId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
