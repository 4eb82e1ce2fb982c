import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { DryRunDto } from './fraud-desk.dto';
@Injectable()
export class DryRun {
  of(_districtId: number, _batch: number): Promise<DryRunDto> {
    throw new Refusal('temporarily-unavailable');
  }
}
