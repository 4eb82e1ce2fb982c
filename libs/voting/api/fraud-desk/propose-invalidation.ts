import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
@Injectable()
export class ProposeInvalidation {
  execute(_districtId: number, _batch: number, _reason: string, _actorId: string): Promise<void> {
    throw new Refusal('temporarily-unavailable');
  }
}
