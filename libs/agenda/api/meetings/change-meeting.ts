import type { ResidentId } from '@buurtstem/shared-domain';
import type { ChangeMeetingDto } from './meetings.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ChangeMeeting {
  execute(
    _districtId: number,
    _meetingId: string,
    _wanted: ChangeMeetingDto,
    _actorId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
