import type { ClerkTaskDto } from './desk.dto';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ReadClerkTasks {
  list(_districtId: number): Promise<ClerkTaskDto[]> {
    throw new Error('to be written');
  }
}
