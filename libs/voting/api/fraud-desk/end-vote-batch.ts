import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
@Injectable()
export class EndVoteBatch {
  execute(_districtId: number, _batch: number, _end: unknown): Promise<void> {
    throw new Refusal('temporarily-unavailable');
  }
}
