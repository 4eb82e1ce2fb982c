import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
@Injectable()
export class HoldVotes {
  execute(_districtId: number, _asked: unknown, _actorId: string): Promise<number> {
    throw new Refusal('temporarily-unavailable');
  }
}
