import type { ResidentId } from '@buurtstem/shared-domain';
import type { PublishAgendaDto } from './draft-agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class PublishAgenda {
  execute(
    _districtId: number,
    _meetingId: string,
    _wanted: PublishAgendaDto,
    _actorId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
