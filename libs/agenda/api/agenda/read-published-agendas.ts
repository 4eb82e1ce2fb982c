import type { PublishedAgendaDto } from '../agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadPublishedAgendas {
  list(_slug: string, _meetingId: string): Promise<PublishedAgendaDto[]> {
    throw new Error('to be written');
  }
}
