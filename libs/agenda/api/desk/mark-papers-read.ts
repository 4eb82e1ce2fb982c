import type { ResidentId } from '@buurtstem/shared-domain';
import { Injectable } from '@nestjs/common';

@Injectable()
export class MarkPapersRead {
  execute(_districtId: number, _meetingId: string, _memberId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
