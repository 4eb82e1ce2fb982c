import type { FollowUpYearDto } from '../agenda.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadFollowUpYears {
  list(_districtId: number): Promise<FollowUpYearDto[]> {
    throw new Error('to be written');
  }
}
