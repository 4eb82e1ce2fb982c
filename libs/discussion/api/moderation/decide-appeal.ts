import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { DecideAppealDto } from './cases.dto';

/** Decides an appeal, by somebody else than who decided first. */
@Injectable()
export class DecideAppeal {
  execute(
    _districtId: number,
    _number: number,
    _decision: DecideAppealDto,
    _moderatorId: ResidentId,
  ): Promise<void> {
    throw new Error('to be written');
  }
}
