import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';

/** Takes a case in hand, and gives it back. */
@Injectable()
export class ClaimCase {
  claim(_districtId: number, _number: number, _moderatorId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }

  release(_districtId: number, _number: number, _moderatorId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
