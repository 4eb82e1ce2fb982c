import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { MyDecisionDto } from './my-decisions.dto';

/** Decisions against what a resident wrote. */
@Injectable()
export class ReadMyDecisions {
  list(_districtId: number, _authorId: ResidentId): Promise<MyDecisionDto[]> {
    throw new Error('to be written');
  }

  one(_districtId: number, _number: number, _authorId: ResidentId): Promise<MyDecisionDto> {
    throw new Error('to be written');
  }
}
