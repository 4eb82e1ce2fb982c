import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { MergeRequestDto } from './merge.dto';

/** Requests to merge, as moderators and submitters read them. */
@Injectable()
export class ReadMergeRequests {
  one(_districtId: number, _id: string, _readerId: ResidentId): Promise<MergeRequestDto> {
    throw new Error('to be written');
  }

  mine(_districtId: number, _residentId: ResidentId): Promise<MergeRequestDto[]> {
    throw new Error('to be written');
  }
}
