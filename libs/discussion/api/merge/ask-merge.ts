import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { AskMergeDto } from './merge.dto';

/** Asks both submitters whether a duplicate may go. */
@Injectable()
export class AskMerge {
  execute(_districtId: number, _asked: AskMergeDto, _moderatorId: ResidentId): Promise<string> {
    throw new Error('to be written');
  }

  cancel(_districtId: number, _id: string): Promise<void> {
    throw new Error('to be written');
  }
}
