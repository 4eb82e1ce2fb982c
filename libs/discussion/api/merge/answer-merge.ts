import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';

/** The answer of a submitter; with both agreed the duplicate is merged. */
@Injectable()
export class AnswerMerge {
  execute(_districtId: number, _id: string, _agrees: boolean, _residentId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
