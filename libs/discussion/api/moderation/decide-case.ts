import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { DecideCaseDto } from './cases.dto';

/** Decides an open case. */
@Injectable()
export class DecideCase {
  execute(
    _districtId: number,
    _number: number,
    _decision: DecideCaseDto,
    _moderatorId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
