import type { ResidentId } from '@buurtstem/shared-domain';
import { Injectable } from '@nestjs/common';

@Injectable()
export class CancelMeeting {
  execute(_districtId: number, _meetingId: string, _reason: string, _actorId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
