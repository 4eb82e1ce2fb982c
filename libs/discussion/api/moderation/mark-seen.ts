import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';

/** Closes cases about something new that nobody reported. */
@Injectable()
export class MarkSeen {
  execute(_districtId: number, _cases: readonly number[], _moderatorId: ResidentId): Promise<number> {
    throw new Error('to be written');
  }
}
