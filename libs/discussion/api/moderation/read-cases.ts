import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { ModerationCaseDto, CasePageDto, ListCasesDto } from './cases.dto';

/** What moderators read of cases. */
@Injectable()
export class ReadCases {
  page(_districtId: number, _asked: ListCasesDto, _readerId: ResidentId): Promise<CasePageDto> {
    throw new Error('to be written');
  }

  one(_districtId: number, _number: number, _readerId: ResidentId): Promise<ModerationCaseDto> {
    throw new Error('to be written');
  }
}
