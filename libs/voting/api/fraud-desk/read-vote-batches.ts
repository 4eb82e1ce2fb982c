import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { InvalidationDto, VoteBatchDto } from './fraud-desk.dto';
@Injectable()
export class ReadVoteBatches {
  list(_districtId: number, _readerId: string): Promise<VoteBatchDto[]> {
    throw new Refusal('temporarily-unavailable');
  }
  one(_districtId: number, _batch: number, _readerId: string): Promise<VoteBatchDto> {
    throw new Refusal('temporarily-unavailable');
  }
  invalidations(_districtId: number): Promise<InvalidationDto[]> {
    throw new Refusal('temporarily-unavailable');
  }
}
