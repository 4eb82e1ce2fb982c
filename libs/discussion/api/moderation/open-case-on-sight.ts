import { Injectable } from '@nestjs/common';
import type { OpenCaseDto } from './cases.dto';

/** Opens a case on what a moderator sees on a page. */
@Injectable()
export class OpenCaseOnSight {
  execute(_districtId: number, _subject: OpenCaseDto): Promise<number> {
    throw new Error('to be written');
  }
}
