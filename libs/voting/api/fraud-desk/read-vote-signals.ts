import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { VoteSignalDto } from './fraud-desk.dto';
@Injectable()
export class ReadVoteSignals {
  list(_districtId: number): Promise<VoteSignalDto[]> {
    throw new Refusal('temporarily-unavailable');
  }
}
