import type { PutDraftAgendaDto } from './draft-agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ArrangeAgenda {
  execute(_districtId: number, _meetingId: string, _wanted: PutDraftAgendaDto): Promise<void> {
    throw new Error('to be written');
  }
}
