import type { ResidentId } from '@buurtstem/shared-domain';
import type { MoveAgendaItemDto } from './draft-agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class MoveAgendaItem {
  execute(
    _districtId: number,
    _itemId: string,
    _wanted: MoveAgendaItemDto,
    _actorId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
