import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
@Injectable()
export class InvalidateVotes {
  execute(_districtId: number, _batch: number, _votes: number, _actorId: string): Promise<void> {
    throw new Refusal('temporarily-unavailable');
  }
}
