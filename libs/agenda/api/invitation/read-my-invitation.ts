import type { ResidentId } from '@buurtstem/shared-domain';
import type { MyInvitationDto } from './invitation.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadMyInvitation {
  of(_districtId: number, _proposalNumber: number, _residentId: ResidentId): Promise<MyInvitationDto> {
    throw new Error('to be written');
  }
}
