import type { DraftAgendaDto } from './draft-agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadDraftAgenda {
  of(_districtId: number, _meetingId: string): Promise<DraftAgendaDto> {
    throw new Error('to be written');
  }
}
