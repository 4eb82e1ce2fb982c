import type { ReaderDto } from './desk.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadReadings {
  list(_districtId: number, _meetingId: string): Promise<ReaderDto[]> {
    throw new Error('to be written');
  }
}
